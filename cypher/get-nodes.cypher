// The entities with these ids, each once.
UNWIND $ids AS wanted
MATCH (n:Entity {id: wanted})
WITH n, n.id AS id
ORDER BY id
RETURN id AS id, {id: n.id, labels: labels(n), properties: properties(n)} AS node
ORDER BY id
