// All that is claimed of the entities asked about: relationships at either end, and figures.
UNWIND $entities AS asked
WITH DISTINCT asked
MATCH (n:Entity {id: asked})
MATCH (n)-[r]-(other:Entity)
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
RETURN r.id AS id, null AS observation,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
UNION
UNWIND $entities AS asked
WITH DISTINCT asked
MATCH (a:Entity {id: asked})
MATCH (a)<-[:OF]-(o:Observation)
RETURN o.id AS id, {id: o.id, entity: a.id, properties: properties(o)} AS observation, null AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode, null AS endNode
