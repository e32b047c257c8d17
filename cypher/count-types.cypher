// How many relationships there are between entities, by type.
MATCH (n:Entity)
MATCH (n)-[r]->(other:Entity)
WITH type(r) AS type, count(*) AS relationships
RETURN type AS type, relationships AS relationships
ORDER BY type
