// Counts each entity's relationships to others, by which search ranks; sets it only where it changed.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WITH n, size([(n)-[r]-(other:Entity) | r.id]) AS degree
WHERE coalesce(n.degree, -1) <> degree
SET n.degree = degree
