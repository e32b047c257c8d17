// Who put money into two or more: of those asked about, else of all.
UNWIND $companies AS asked
WITH DISTINCT asked
MATCH (b:Entity {id: asked})
MATCH (b)<-[m:MONEY_TYPES]-(a:Entity)
WITH a, count(DISTINCT asked) AS places
WHERE places > 1
MATCH (a)-[r:MONEY_TYPES]->(b:Entity)
WHERE b.id IN $companies
RETURN r.id AS id, type(r) AS type, a.id AS startId, b.id AS endId, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time,
       r.start IS NOT NULL OR r.end IS NOT NULL AS dated, r.citations AS citations
UNION ALL
UNWIND CASE WHEN size($companies) = 0 THEN [true] ELSE [] END AS openly
MATCH (a:Entity)
MATCH (a)-[m:MONEY_TYPES]->(c:Entity)
WITH a, count(DISTINCT c.id) AS places
WHERE places > 1
MATCH (a)-[r:MONEY_TYPES]->(b:Entity)
RETURN r.id AS id, type(r) AS type, a.id AS startId, b.id AS endId, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time,
       r.start IS NOT NULL OR r.end IS NOT NULL AS dated, r.citations AS citations
