// Every relationship among the entities asked about.
UNWIND $entities AS asked
WITH DISTINCT asked
MATCH (a:Entity {id: asked})
MATCH (a)-[r]->(b:Entity)
WHERE b.id IN $entities
WITH DISTINCT r, a, b
WITH r, a, b, r.id AS id, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time
RETURN time AS time, id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
ORDER BY time, id
