// How many entities are of one origin.
MATCH (n:Entity)
WHERE n.origin = $origin
RETURN count(*) AS count
