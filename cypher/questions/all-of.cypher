// Every entity with a label, and how well connected it is.
MATCH (n:Entity)
WHERE $kind IN labels(n)
RETURN n.id AS id, n.degree AS degree
