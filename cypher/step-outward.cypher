// One step of a search for paths: from each of these entities to its neighbors. An empty list of types lets all through.
UNWIND $ids AS wanted
MATCH (n:Entity {id: wanted})
MATCH (n)-[r]-(neighbor:Entity)
WHERE size($types) = 0 OR type(r) IN $types
RETURN DISTINCT n.id AS origin, neighbor.id AS reached, coalesce(neighbor.degree, 0) AS degree
