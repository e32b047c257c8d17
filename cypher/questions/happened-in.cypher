// Every claim that carries a date of its own.
MATCH (a:Entity)
MATCH (a)-[r]->(b:Entity)
WHERE r.start IS NOT NULL OR r.end IS NOT NULL
RETURN r.id AS id, null AS observation,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
UNION
MATCH (o:Observation)
WHERE o.start IS NOT NULL OR o.end IS NOT NULL OR o.asOf IS NOT NULL OR o.date IS NOT NULL
MATCH (o)-[:OF]->(a:Entity)
RETURN o.id AS id, {id: o.id, entity: a.id, properties: properties(o)} AS observation, null AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode, null AS endNode
