// Who put money into whom: found from the investors asked about, else from the companies, else everywhere.
UNWIND $investors AS asked
WITH DISTINCT asked
MATCH (a:Entity {id: asked})
MATCH (a)-[r:MONEY_TYPES]->(b:Entity)
WHERE size($companies) = 0 OR b.id IN $companies
RETURN r.id AS id, type(r) AS type, a.id AS startId, b.id AS endId, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time,
       r.start IS NOT NULL OR r.end IS NOT NULL AS dated, r.citations AS citations,
       r.startEarliest AS startEarliest, r.startLatest AS startLatest, r.endEarliest AS endEarliest,
       r.endLatest AS endLatest, r.ongoing AS ongoing, r.noEarlier AS noEarlier
UNION ALL
UNWIND CASE WHEN size($investors) = 0 THEN $companies ELSE [] END AS asked
WITH DISTINCT asked
MATCH (b:Entity {id: asked})
MATCH (b)<-[r:MONEY_TYPES]-(a:Entity)
RETURN r.id AS id, type(r) AS type, a.id AS startId, b.id AS endId, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time,
       r.start IS NOT NULL OR r.end IS NOT NULL AS dated, r.citations AS citations,
       r.startEarliest AS startEarliest, r.startLatest AS startLatest, r.endEarliest AS endEarliest,
       r.endLatest AS endLatest, r.ongoing AS ongoing, r.noEarlier AS noEarlier
UNION ALL
UNWIND CASE WHEN size($investors) + size($companies) = 0 THEN [true] ELSE [] END AS openly
MATCH (a:Entity)
MATCH (a)-[r:MONEY_TYPES]->(b:Entity)
RETURN r.id AS id, type(r) AS type, a.id AS startId, b.id AS endId, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time,
       r.start IS NOT NULL OR r.end IS NOT NULL AS dated, r.citations AS citations,
       r.startEarliest AS startEarliest, r.startLatest AS startLatest, r.endEarliest AS endEarliest,
       r.endLatest AS endLatest, r.ongoing AS ongoing, r.noEarlier AS noEarlier
