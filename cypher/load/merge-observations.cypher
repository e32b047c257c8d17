// Adds observations with the entity that they are of, or sets what changed in them.
UNWIND $rows AS row
MATCH (n:Entity {id: row.entity})
MERGE (o:Observation {id: row.id})
SET o += row.properties
MERGE (o)-[f:OF {id: row.link}]->(n)
SET f.origin = $origin
