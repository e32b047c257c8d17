// Who recommended whom or what, in order of time; of all, or where one of those asked about takes part.
MATCH (a:Entity)
MATCH (a)-[r]->(b:Entity)
WHERE type(r) IN $recommendationTypes
  AND (size($entities) = 0 OR a.id IN $entities OR b.id IN $entities)
WITH r, a, b, r.id AS id, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time
RETURN time AS time, id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
ORDER BY time, id
