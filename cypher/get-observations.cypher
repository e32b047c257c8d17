// Figures by id.
UNWIND $ids AS wanted
MATCH (o:Observation {id: wanted})
MATCH (o)-[:OF]->(n:Entity)
RETURN o.id AS id, {id: o.id, entity: n.id, properties: properties(o)} AS observation
ORDER BY id
