// Every observation of one origin, with what it is of.
MATCH (o:Observation)
WHERE o.origin = $origin
RETURN o.id AS id, properties(o) AS properties, [(o)-[f:OF]->(n:Entity) | n.id] AS entities
