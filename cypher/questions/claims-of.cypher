// What a document claims: relationships and figures that cite it.
MATCH (a:Entity)
MATCH (a)-[r]->(b:Entity)
WHERE any(citation IN r.citations WHERE citation STARTS WITH $document + '#')
RETURN r.id AS id, null AS observation,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
UNION
MATCH (o:Observation)
WHERE any(citation IN o.citations WHERE citation STARTS WITH $document + '#')
MATCH (o)-[:OF]->(a:Entity)
RETURN o.id AS id, {id: o.id, entity: a.id, properties: properties(o)} AS observation, null AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode, null AS endNode
