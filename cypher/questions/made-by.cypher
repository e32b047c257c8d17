// What a company made, and what each of those is based on, followed, fits or supports, up to three steps away.
MATCH (a:Entity {id: $company})
MATCH (a)-[r]->(b:Entity)
WHERE type(r) IN $makingTypes
RETURN r.id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
UNION
MATCH (company:Entity {id: $company})
MATCH (company)-[making]->(made:Entity)
WHERE type(making) IN $makingTypes
WITH DISTINCT made
MATCH p = (made)-[steps*1..3]->(base:Entity)
WHERE all(step IN steps WHERE type(step) IN $lineageTypes)
UNWIND relationships(p) AS r
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
RETURN r.id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
