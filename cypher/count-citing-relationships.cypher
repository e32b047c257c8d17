// How many relationships cite each document.
MATCH (n:Entity)
MATCH (n)-[r]->(other:Entity)
UNWIND r.citations AS citation
WITH r.id AS claim, split(citation, '#') AS parts
WITH claim, parts[0] AS document
RETURN document AS document, count(DISTINCT claim) AS claims
ORDER BY document
