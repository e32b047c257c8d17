// What is no more certain than asked; of all, or about the entities asked about.
MATCH (a:Entity)
MATCH (a)-[r]->(b:Entity)
WHERE r.certainty IN $certainty AND (size($entities) = 0 OR a.id IN $entities OR b.id IN $entities)
RETURN r.id AS id, null AS observation,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
UNION
MATCH (o:Observation)
WHERE o.certainty IN $certainty
MATCH (o)-[:OF]->(a:Entity)
WHERE size($entities) = 0 OR a.id IN $entities
RETURN o.id AS id, {id: o.id, entity: a.id, properties: properties(o)} AS observation, null AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode, null AS endNode
