// The forty best-connected neighbors of an entity, and everything that lies between them and it.
MATCH (n:Entity {id: $entity})
MATCH (n)-[]-(neighbor:Entity)
WHERE neighbor.id <> $entity
WITH DISTINCT neighbor.id AS id, coalesce(neighbor.degree, 0) AS degree
ORDER BY degree DESC, id
LIMIT 40
WITH collect(id) AS near
WITH near + [$entity] AS drawn
UNWIND drawn AS one
MATCH (a:Entity {id: one})
MATCH (a)-[r]->(b:Entity)
WHERE b.id IN drawn
RETURN r.id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
