// With whom a company competes; and what competes with what it made.
MATCH (company:Entity {id: $company})
MATCH (company)-[r]-(other:Entity)
WHERE type(r) IN $rivalryTypes
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
RETURN r.id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
UNION
MATCH (company:Entity {id: $company})
MATCH (company)-[making]->(made:Entity)
WHERE type(making) IN $makingTypes
WITH DISTINCT made
MATCH (made)-[r]-(other:Entity)
WHERE type(r) IN $rivalryTypes
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
RETURN r.id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
UNION
MATCH (a:Entity {id: $company})
MATCH (a)-[r]->(b:Entity)
WHERE type(r) IN $makingTypes
MATCH (b)-[rivalry]-(other:Entity)
WHERE type(rivalry) IN $rivalryTypes
WITH DISTINCT r, a, b
RETURN r.id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
