// How many entities there are that are no documents.
MATCH (n:Entity)
WHERE NOT n:Document
RETURN count(*) AS names
