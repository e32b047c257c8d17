// Who recruited, mentored, led or worked with whom; of all, or where one of those asked about takes part.
UNWIND $people AS asked
WITH DISTINCT asked
MATCH (n:Entity {id: asked})
MATCH (n)-[r:ACQUAINTANCE_TYPES]-(other:Entity)
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
RETURN r.id AS id, type(r) AS type, a.id AS startId, b.id AS endId, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time,
       r.start IS NOT NULL OR r.end IS NOT NULL AS dated, r.citations AS citations
UNION ALL
UNWIND CASE WHEN size($people) = 0 THEN [true] ELSE [] END AS openly
MATCH (a:Entity)
MATCH (a)-[r:ACQUAINTANCE_TYPES]->(b:Entity)
RETURN r.id AS id, type(r) AS type, a.id AS startId, b.id AS endId, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time,
       r.start IS NOT NULL OR r.end IS NOT NULL AS dated, r.citations AS citations
