// Who put money into whom, in order of time.
MATCH (a:Entity)
MATCH (a)-[r]->(b:Entity)
WHERE type(r) IN $moneyTypes
  AND (size($investors) = 0 OR a.id IN $investors)
  AND (size($companies) = 0 OR b.id IN $companies)
WITH r, a, b, r.id AS id, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time
RETURN time AS time, id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
ORDER BY time, id
