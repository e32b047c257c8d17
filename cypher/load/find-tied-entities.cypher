// Those of the entities that something still hangs on.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WITH n, size([(n)-[r]-(other) | 1]) AS ties
WHERE ties > 0
RETURN n.id AS id
ORDER BY id
