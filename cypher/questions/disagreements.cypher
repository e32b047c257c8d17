// Where sources disagree: claims that cannot hold together; of all, or about the entities asked about. A figure stands
// with the entity that it is about.
UNWIND $entities AS asked
WITH DISTINCT asked
MATCH (n:Entity {id: asked})
MATCH (n)-[r]-(other:Entity)
WHERE size(r.rivals) > 0
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
RETURN r.id AS id, type(r) AS type, a.id AS startId, b.id AS endId, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time,
       r.start IS NOT NULL OR r.end IS NOT NULL AS dated, r.citations AS citations
UNION ALL
UNWIND $entities AS asked
WITH DISTINCT asked
MATCH (a:Entity {id: asked})
MATCH (a)<-[:OF]-(o:Observation)
WHERE size(o.rivals) > 0
RETURN o.id AS id, null AS type, a.id AS startId, null AS endId, coalesce(o.startEarliest, o.endEarliest, 99999999) AS time,
       o.start IS NOT NULL OR o.end IS NOT NULL AS dated, o.citations AS citations
UNION ALL
UNWIND CASE WHEN size($entities) = 0 THEN [true] ELSE [] END AS openly
MATCH (a:Entity)
MATCH (a)-[r]->(b:Entity)
WHERE size(r.rivals) > 0
RETURN r.id AS id, type(r) AS type, a.id AS startId, b.id AS endId, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time,
       r.start IS NOT NULL OR r.end IS NOT NULL AS dated, r.citations AS citations
UNION ALL
UNWIND CASE WHEN size($entities) = 0 THEN [true] ELSE [] END AS openly
MATCH (o:Observation)
WHERE size(o.rivals) > 0
MATCH (o)-[:OF]->(a:Entity)
RETURN o.id AS id, null AS type, a.id AS startId, null AS endId, coalesce(o.startEarliest, o.endEarliest, 99999999) AS time,
       o.start IS NOT NULL OR o.end IS NOT NULL AS dated, o.citations AS citations
