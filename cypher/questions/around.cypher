// The forty neighbors of an entity that have the most neighbors, and everything that lies between them and it.
MATCH (n:Entity {id: $entity})
MATCH (n)-[]-(neighbor:Entity)
WHERE neighbor.id <> $entity
WITH DISTINCT neighbor
MATCH (neighbor)-[]-(other:Entity)
WITH neighbor.id AS id, count(DISTINCT other.id) AS degree
ORDER BY degree DESC, id
WITH collect(id) AS near
WITH near[0..40] + [$entity] AS drawn, size(near) AS neighborsInAll,
     CASE WHEN size(near) > 40 THEN size(near) - 40 ELSE 0 END AS furtherInAll
UNWIND drawn AS one
MATCH (a:Entity {id: one})
MATCH (a)-[r]->(b:Entity)
WHERE b.id IN drawn
RETURN r.id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode,
       neighborsInAll AS neighborsInAll, furtherInAll AS furtherInAll
