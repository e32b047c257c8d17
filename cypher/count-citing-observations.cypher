// How many figures cite each document.
MATCH (o:Observation)
UNWIND o.citations AS citation
WITH o.id AS claim, split(citation, '#') AS parts
WITH claim, parts[0] AS document
RETURN document AS document, count(DISTINCT claim) AS claims
ORDER BY document
