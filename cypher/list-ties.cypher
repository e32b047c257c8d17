// What these organizations made, listed on, compete with or have money from: neighbors by relationships of the given types.
UNWIND $destinations AS wanted
MATCH (destination:Entity {id: wanted})
MATCH (destination)-[r]-(tie:Entity)
WHERE type(r) IN $types AND NOT tie:Document AND NOT tie.id IN $drawn
RETURN DISTINCT destination.id AS destination, tie.id AS tie, coalesce(tie.degree, 0) AS degree
ORDER BY destination, degree DESC, tie
