// What the entities asked about are quoted as saying, where that is not the document's own author.
MATCH (a:Entity)
MATCH (a)-[r]->(b:Entity)
WHERE r.saidBy IN $speakers
RETURN r.id AS id, null AS observation,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
UNION
MATCH (o:Observation)
WHERE o.saidBy IN $speakers
MATCH (o)-[:OF]->(a:Entity)
RETURN o.id AS id, {id: o.id, entity: a.id, properties: properties(o)} AS observation, null AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode, null AS endNode
