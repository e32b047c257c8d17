// How many relationships there are between entities that are no documents.
MATCH (a:Entity)
WHERE NOT a:Document
MATCH (a)-[r]->(b:Entity)
WHERE NOT b:Document
RETURN count(*) AS lines
