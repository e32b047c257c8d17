// The names of $backbone, the best connected first, each with some of the relationships to draw that start or end there.
UNWIND $backbone AS drawn
WITH drawn.id AS name
MATCH (n:Entity {id: name})
WITH n, coalesce(n.degree, 0) AS degree, n.id AS id
ORDER BY degree DESC, id
RETURN degree AS degree, {id: n.id, labels: labels(n), properties: properties(n)} AS node, null AS relationship
UNION ALL
UNWIND $backbone AS drawn
WITH drawn.id AS name, drawn.from AS ids
WHERE size(ids) > 0
MATCH (n:Entity {id: name})
MATCH (n)-[r]->(:Entity)
WHERE r.id IN ids
RETURN null AS degree, null AS node,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship
UNION ALL
UNWIND $backbone AS drawn
WITH drawn.id AS name, drawn.to AS ids
WHERE size(ids) > 0
MATCH (n:Entity {id: name})
MATCH (n)<-[r]-(:Entity)
WHERE r.id IN ids
RETURN null AS degree, null AS node,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship
