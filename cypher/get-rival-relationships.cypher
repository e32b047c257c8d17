// Relationships by id. An id begins with its start's id, which is the only way to find one without a scan.
UNWIND $rivals AS rival
MATCH (n:Entity {id: rival.start})
MATCH (n)-[r]->(neighbor:Entity)
WHERE r.id = rival.id
RETURN r.id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: n.id, labels: labels(n), properties: properties(n)} AS startNode,
       {id: neighbor.id, labels: labels(neighbor), properties: properties(neighbor)} AS endNode
ORDER BY id
