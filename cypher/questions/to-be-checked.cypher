// What cites nothing, is not stated outright, or has no date where one belongs; of all, or about the entities asked about.
UNWIND $entities AS asked
WITH DISTINCT asked
MATCH (n:Entity {id: asked})
MATCH (n)-[r]-(other:Entity)
WHERE size(coalesce(r.citations, [])) = 0 OR coalesce(r.certainty, 'stated') <> 'stated'
   OR (r.start IS NULL AND r.end IS NULL AND (type(r) IN $careerTypes OR type(r) IN $educationTypes
       OR type(r) IN $foundingTypes OR type(r) IN $moneyTypes OR type(r) IN $listingTypes))
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
RETURN r.id AS id, type(r) AS type, a.id AS startId, b.id AS endId, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time,
       r.start IS NOT NULL OR r.end IS NOT NULL AS dated, r.citations AS citations
UNION ALL
UNWIND $entities AS asked
WITH DISTINCT asked
MATCH (a:Entity {id: asked})
MATCH (a)<-[:OF]-(o:Observation)
WHERE size(coalesce(o.citations, [])) = 0 OR coalesce(o.certainty, 'stated') <> 'stated'
RETURN o.id AS id, null AS type, a.id AS startId, null AS endId, coalesce(o.startEarliest, o.endEarliest, 99999999) AS time,
       o.start IS NOT NULL OR o.end IS NOT NULL AS dated, o.citations AS citations
UNION ALL
UNWIND CASE WHEN size($entities) = 0 THEN [true] ELSE [] END AS openly
MATCH (a:Entity)
MATCH (a)-[r]->(b:Entity)
WHERE size(coalesce(r.citations, [])) = 0 OR coalesce(r.certainty, 'stated') <> 'stated'
   OR (r.start IS NULL AND r.end IS NULL AND (type(r) IN $careerTypes OR type(r) IN $educationTypes
       OR type(r) IN $foundingTypes OR type(r) IN $moneyTypes OR type(r) IN $listingTypes))
RETURN r.id AS id, type(r) AS type, a.id AS startId, b.id AS endId, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time,
       r.start IS NOT NULL OR r.end IS NOT NULL AS dated, r.citations AS citations
UNION ALL
UNWIND CASE WHEN size($entities) = 0 THEN [true] ELSE [] END AS openly
MATCH (o:Observation)
WHERE size(coalesce(o.citations, [])) = 0 OR coalesce(o.certainty, 'stated') <> 'stated'
MATCH (o)-[:OF]->(a:Entity)
RETURN o.id AS id, null AS type, a.id AS startId, null AS endId, coalesce(o.startEarliest, o.endEarliest, 99999999) AS time,
       o.start IS NOT NULL OR o.end IS NOT NULL AS dated, o.citations AS citations
