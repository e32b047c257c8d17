// What is claimed of one entity with another, first what has the earliest time; what has none comes last.
MATCH (n:Entity {id: $id})
MATCH (n)-[r]-(neighbor:Entity)
WITH r, neighbor, r.id AS id,
     coalesce(r.startEarliest, r.startLatest, r.endEarliest, r.endLatest, 99999999) AS time
ORDER BY time, id
LIMIT $limit
RETURN time AS time, id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: neighbor.id, labels: labels(neighbor), properties: properties(neighbor)} AS neighbor
ORDER BY time, id
