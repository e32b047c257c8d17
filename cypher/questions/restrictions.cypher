// Who or what was restricted or cleared by whom; of all, or where one of those asked about takes part.
UNWIND $entities AS asked
WITH DISTINCT asked
MATCH (n:Entity {id: asked})
MATCH (n)-[r:RESTRICTION_TYPES]-(other:Entity)
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
RETURN r.id AS id, type(r) AS type, a.id AS startId, b.id AS endId, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time,
       r.start IS NOT NULL OR r.end IS NOT NULL AS dated, r.citations AS citations,
       r.startEarliest AS startEarliest, r.startLatest AS startLatest, r.endEarliest AS endEarliest,
       r.endLatest AS endLatest, r.ongoing AS ongoing, r.noEarlier AS noEarlier
UNION ALL
UNWIND CASE WHEN size($entities) = 0 THEN [true] ELSE [] END AS openly
MATCH (a:Entity)
MATCH (a)-[r:RESTRICTION_TYPES]->(b:Entity)
RETURN r.id AS id, type(r) AS type, a.id AS startId, b.id AS endId, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time,
       r.start IS NOT NULL OR r.end IS NOT NULL AS dated, r.citations AS citations,
       r.startEarliest AS startEarliest, r.startLatest AS startLatest, r.endEarliest AS endEarliest,
       r.endLatest AS endLatest, r.ongoing AS ongoing, r.noEarlier AS noEarlier
