// What a company made, and what each of those is based on, followed, fits or supports, up to three steps away. Each step
// goes on from the entities that the one before reached, each once: the paths between them can be too many to count.
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
WITH DISTINCT made AS a
MATCH (a)-[r]->(b:Entity)
WHERE type(r) IN $lineageTypes
RETURN r.id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
UNION
MATCH (company:Entity {id: $company})
MATCH (company)-[making]->(made:Entity)
WHERE type(making) IN $makingTypes
WITH DISTINCT made
MATCH (made)-[first]->(base:Entity)
WHERE type(first) IN $lineageTypes
WITH DISTINCT base AS a
MATCH (a)-[r]->(b:Entity)
WHERE type(r) IN $lineageTypes
RETURN r.id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
UNION
MATCH (company:Entity {id: $company})
MATCH (company)-[making]->(made:Entity)
WHERE type(making) IN $makingTypes
WITH DISTINCT made
MATCH (made)-[first]->(near:Entity)
WHERE type(first) IN $lineageTypes
WITH DISTINCT near
MATCH (near)-[second]->(base:Entity)
WHERE type(second) IN $lineageTypes
WITH DISTINCT base AS a
MATCH (a)-[r]->(b:Entity)
WHERE type(r) IN $lineageTypes
RETURN r.id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
