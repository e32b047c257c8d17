// Where else these people were, by relationships of the given types: employers, schools, companies they founded.
UNWIND $people AS wanted
MATCH (person:Entity {id: wanted})
MATCH (person)-[r]->(other:Entity)
WHERE type(r) IN $types
RETURN DISTINCT person.id AS person, other.id AS other, coalesce(other.degree, 0) AS degree
ORDER BY person, degree DESC, other
