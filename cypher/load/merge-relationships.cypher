// Adds relationships of one type between entities that are there, or sets what changed in them.
UNWIND $rows AS row
MATCH (a:Entity {id: row.start})
MATCH (b:Entity {id: row.end})
MERGE (a)-[r:TYPE_SLOT {id: row.id}]->(b)
SET r += row.properties
