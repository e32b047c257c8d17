// Where sources disagree: claims that cannot hold together. A figure is drawn as the entity that it is about, alone.
MATCH (a:Entity)
MATCH (a)-[r]->(b:Entity)
WHERE size(r.rivals) > 0
RETURN r.id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
UNION
MATCH (o:Observation)
WHERE size(o.rivals) > 0
MATCH (o)-[:OF]->(a:Entity)
RETURN o.id AS id, null AS relationship, {id: a.id, labels: labels(a), properties: properties(a)} AS startNode, null AS endNode
