// A relationship that has a date, where there is any.
MATCH (n:Entity)
MATCH (n)-[r]->(other:Entity)
WHERE r.start IS NOT NULL OR r.end IS NOT NULL
RETURN r.id AS id
LIMIT 1
