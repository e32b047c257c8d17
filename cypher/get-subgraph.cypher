// Every relationship among these entities; with $toAny every one that starts at them, as long lists are slow to look through.
UNWIND $ids AS wanted
MATCH (n:Entity {id: wanted})
MATCH (n)-[r]->(other:Entity)
WHERE $toAny OR other.id IN $ids
RETURN r.id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship
ORDER BY id
