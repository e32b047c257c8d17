// The relationships between one entity and some of its neighbors, under the filters of expand-node.
MATCH (n:Entity {id: $id})
MATCH (n)-[r]-(neighbor:Entity)
WHERE neighbor.id IN $neighbors
  AND (size($types) = 0 OR type(r) IN $types)
  AND ($direction = 'both'
    OR ($direction = 'out' AND startNode(r).id = $id)
    OR ($direction = 'in' AND endNode(r).id = $id))
RETURN r.id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship
ORDER BY id
