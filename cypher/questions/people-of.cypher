// Who had a job at the organizations asked about, founded them or helped to set them up, in order of time.
UNWIND $organizations AS asked
WITH DISTINCT asked
MATCH (n:Entity {id: asked})
MATCH (n)<-[r]-(other:Entity)
WHERE type(r) IN $careerTypes OR type(r) IN $foundingTypes OR type(r) IN $contributionTypes
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
WITH r, a, b, r.id AS id, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time
RETURN time AS time, id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
ORDER BY time, id
