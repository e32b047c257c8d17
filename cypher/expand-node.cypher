// One page of an entity's neighbors, the best connected first. An empty list of types or labels lets all through;
// a page begins after the neighbor ($afterDegree, $afterId), the first one with $afterId null.
MATCH (n:Entity {id: $id})
MATCH (n)-[r]-(neighbor:Entity)
WHERE neighbor.id <> $id
  AND (size($types) = 0 OR type(r) IN $types)
  AND ($direction = 'both'
    OR ($direction = 'out' AND startNode(r).id = $id)
    OR ($direction = 'in' AND endNode(r).id = $id))
  AND (size($labels) = 0 OR any(label IN labels(neighbor) WHERE label IN $labels))
WITH DISTINCT neighbor, neighbor.id AS id, coalesce(neighbor.degree, 0) AS degree
WHERE $afterId IS NULL OR degree < $afterDegree OR (degree = $afterDegree AND id > $afterId)
WITH neighbor, id, degree
ORDER BY degree DESC, id
LIMIT $limit
RETURN degree AS degree, id AS id, {id: neighbor.id, labels: labels(neighbor), properties: properties(neighbor)} AS node
ORDER BY degree DESC, id
