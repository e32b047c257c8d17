// Every entity with a label.
MATCH (n:Entity)
WHERE $kind IN labels(n)
RETURN n.id AS id
