// Where sources disagree: claims that cannot hold together; of all, or about the entities asked about. A figure stands
// with the entity that it is about.
MATCH (a:Entity)
MATCH (a)-[r]->(b:Entity)
WHERE size(r.rivals) > 0 AND (size($entities) = 0 OR a.id IN $entities OR b.id IN $entities)
RETURN r.id AS id, null AS observation,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
UNION
MATCH (o:Observation)
WHERE size(o.rivals) > 0
MATCH (o)-[:OF]->(a:Entity)
WHERE size($entities) = 0 OR a.id IN $entities
RETURN o.id AS id, {id: o.id, entity: a.id, properties: properties(o)} AS observation, null AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode, null AS endNode
