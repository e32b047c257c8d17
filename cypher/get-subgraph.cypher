// Every relationship among these entities.
UNWIND $ids AS wanted
MATCH (n:Entity {id: wanted})
MATCH (n)-[r]->(other:Entity)
WHERE other.id IN $ids
RETURN r.id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship
ORDER BY id
