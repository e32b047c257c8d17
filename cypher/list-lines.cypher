// From where to where each relationship leads, in no order; documents take no part.
MATCH (a:Entity)
WHERE NOT a:Document
MATCH (a)-[r]->(b:Entity)
WHERE NOT b:Document
RETURN r.id AS id, type(r) AS type, a.id AS start, b.id AS end
