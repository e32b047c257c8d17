// Everything but documents, the best connected first. Of a graph too large to be drawn at once only $core: the names
// that are drawn, each with some of the relationships to draw that start or end there.
UNWIND CASE WHEN size($core) = 0 THEN [1] ELSE [] END AS whole
MATCH (n:Entity)
WHERE NOT n:Document
WITH n, coalesce(n.degree, 0) AS degree, n.id AS id
ORDER BY degree DESC, id
RETURN degree AS degree, {id: n.id, labels: labels(n), properties: properties(n)} AS node, null AS relationship
UNION ALL
UNWIND CASE WHEN size($core) = 0 THEN [1] ELSE [] END AS whole
MATCH (a:Entity)
WHERE NOT a:Document
MATCH (a)-[r]->(b:Entity)
WHERE NOT b:Document
RETURN null AS degree, null AS node,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship
UNION ALL
UNWIND $core AS drawn
WITH drawn.id AS name
MATCH (n:Entity {id: name})
WITH n, coalesce(n.degree, 0) AS degree, n.id AS id
ORDER BY degree DESC, id
RETURN degree AS degree, {id: n.id, labels: labels(n), properties: properties(n)} AS node, null AS relationship
UNION ALL
UNWIND $core AS drawn
WITH drawn.id AS name, drawn.from AS ids
WHERE size(ids) > 0
MATCH (n:Entity {id: name})
MATCH (n)-[r]->(:Entity)
WHERE r.id IN ids
RETURN null AS degree, null AS node,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship
UNION ALL
UNWIND $core AS drawn
WITH drawn.id AS name, drawn.to AS ids
WHERE size(ids) > 0
MATCH (n:Entity {id: name})
MATCH (n)<-[r]-(:Entity)
WHERE r.id IN ids
RETURN null AS degree, null AS node,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship
