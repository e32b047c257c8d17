// Every relationship of one origin.
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.origin = $origin
RETURN r.id AS id, type(r) AS type, a.id AS start, b.id AS end, properties(r) AS properties
