// Locks the graph's mark, where there is one, until the transaction ends: two loads wait for one another.
MATCH (d:Dataset {id: $id})
SET d.id = $id
