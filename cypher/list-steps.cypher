// The relationships between the two entities of each pair, in either direction. The first one is to be the less
// connected, as all of its relationships are looked at.
UNWIND $pairs AS pair
MATCH (n:Entity {id: pair.near})
MATCH (n)-[r]-(other:Entity)
WHERE other.id = pair.far
RETURN DISTINCT r.id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship
ORDER BY id
