// Everything but documents, the best connected first; of a graph too large to be drawn at once, those with at least
// $leastDegree relationships.
MATCH (n:Entity)
WHERE NOT n:Document AND coalesce(n.degree, 0) >= $leastDegree
WITH n, coalesce(n.degree, 0) AS degree, n.id AS id
ORDER BY degree DESC, id
RETURN degree AS degree, {id: n.id, labels: labels(n), properties: properties(n)} AS node, null AS relationship
UNION ALL
MATCH (a:Entity)
WHERE NOT a:Document AND coalesce(a.degree, 0) >= $leastDegree
MATCH (a)-[r]->(b:Entity)
WHERE NOT b:Document AND coalesce(b.degree, 0) >= $leastDegree
RETURN null AS degree, null AS node,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship
