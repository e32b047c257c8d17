// The figures of one measure; of all, or of the entities asked about.
MATCH (o:Observation {measure: $measure})
MATCH (o)-[:OF]->(a:Entity)
WHERE size($entities) = 0 OR a.id IN $entities
RETURN o.id AS id, {id: o.id, entity: a.id, properties: properties(o)} AS observation,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode
ORDER BY id
