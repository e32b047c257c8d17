// How many relationships between entities are of one origin.
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.origin = $origin
RETURN count(*) AS count
