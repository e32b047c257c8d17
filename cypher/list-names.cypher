// The ids of all entities that are no documents, in no order.
MATCH (n:Entity)
WHERE NOT n:Document
RETURN n.id AS id
