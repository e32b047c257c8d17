// Adds entities of one label, or sets what changed in them.
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
SET n:LABEL_SLOT
SET n += row.properties
