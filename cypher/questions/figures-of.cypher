// All figures of the entities asked about.
UNWIND $entities AS asked
WITH DISTINCT asked
MATCH (a:Entity {id: asked})
MATCH (a)<-[:OF]-(o:Observation)
RETURN o.id AS id, {id: o.id, entity: a.id, properties: properties(o)} AS observation,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode
ORDER BY id
