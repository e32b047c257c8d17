// What the entities asked about are quoted as saying, where that is not the document's own author.
MATCH (a:Entity)
MATCH (a)-[r]->(b:Entity)
WHERE r.saidBy IN $speakers
RETURN r.id AS id, type(r) AS type, a.id AS startId, b.id AS endId, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time,
       r.start IS NOT NULL OR r.end IS NOT NULL AS dated, r.citations AS citations, r.saidBy AS saidBy
UNION ALL
MATCH (o:Observation)
WHERE o.saidBy IN $speakers
MATCH (o)-[:OF]->(a:Entity)
RETURN o.id AS id, null AS type, a.id AS startId, null AS endId, coalesce(o.startEarliest, o.endEarliest, 99999999) AS time,
       o.start IS NOT NULL OR o.end IS NOT NULL AS dated, o.citations AS citations, o.saidBy AS saidBy
