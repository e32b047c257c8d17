// How many relationships of each of these entities cite each document.
UNWIND $ids AS wanted
MATCH (n:Entity {id: wanted})
MATCH (n)-[r]-(other:Entity)
UNWIND r.citations AS citation
WITH n.id AS id, r.id AS claim, split(citation, '#') AS parts
WITH id, claim, parts[0] AS document
RETURN document AS document, id AS id, count(DISTINCT claim) AS claims
ORDER BY document, id
