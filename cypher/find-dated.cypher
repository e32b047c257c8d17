// Whether any relationship has a date: a row where one has.
MATCH (n:Entity)
MATCH (n)-[r]->(other:Entity)
WHERE r.start IS NOT NULL OR r.end IS NOT NULL
RETURN true AS dated
LIMIT 1
