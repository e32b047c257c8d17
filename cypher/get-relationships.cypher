// Relationships by id, from the entities that they start at: there is no other way to find one without a scan.
UNWIND $starts AS wanted
MATCH (n:Entity {id: wanted.id})
MATCH (n)-[r]->(other:Entity)
WHERE r.id IN wanted.relationships
RETURN r.id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship
ORDER BY id
