// What a thing is built on, follows, fits or supports, and what does so with it, each up to three steps away; and who made
// the thing. Each step goes on from the entities that the one before reached, each once.
MATCH (thing:Entity {id: $thing})
MATCH (thing)-[r]->(other:Entity)
WHERE type(r) IN $lineageTypes
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
RETURN r.id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
UNION
MATCH (thing:Entity {id: $thing})
MATCH (thing)-[step0]->(near:Entity)
WHERE type(step0) IN $lineageTypes
WITH DISTINCT near
MATCH (near)-[r]->(other:Entity)
WHERE type(r) IN $lineageTypes
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
RETURN r.id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
UNION
MATCH (thing:Entity {id: $thing})
MATCH (thing)-[step0]->(near:Entity)
WHERE type(step0) IN $lineageTypes
WITH DISTINCT near
MATCH (near)-[step1]->(far:Entity)
WHERE type(step1) IN $lineageTypes
WITH DISTINCT far
MATCH (far)-[r]->(other:Entity)
WHERE type(r) IN $lineageTypes
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
RETURN r.id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
UNION
MATCH (thing:Entity {id: $thing})
MATCH (thing)<-[r]-(other:Entity)
WHERE type(r) IN $lineageTypes
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
RETURN r.id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
UNION
MATCH (thing:Entity {id: $thing})
MATCH (thing)<-[step0]-(near:Entity)
WHERE type(step0) IN $lineageTypes
WITH DISTINCT near
MATCH (near)<-[r]-(other:Entity)
WHERE type(r) IN $lineageTypes
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
RETURN r.id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
UNION
MATCH (thing:Entity {id: $thing})
MATCH (thing)<-[step0]-(near:Entity)
WHERE type(step0) IN $lineageTypes
WITH DISTINCT near
MATCH (near)<-[step1]-(far:Entity)
WHERE type(step1) IN $lineageTypes
WITH DISTINCT far
MATCH (far)<-[r]-(other:Entity)
WHERE type(r) IN $lineageTypes
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
RETURN r.id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
UNION
MATCH (b:Entity {id: $thing})
MATCH (b)<-[r]-(a:Entity)
WHERE type(r) IN $makingTypes
RETURN r.id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
