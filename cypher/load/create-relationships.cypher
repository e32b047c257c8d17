// Adds relationships of one type between entities that are there; none of them may be there already.
UNWIND $rows AS row
MATCH (a:Entity {id: row.start})
MATCH (b:Entity {id: row.end})
CREATE (a)-[r:TYPE_SLOT {id: row.id}]->(b)
SET r += row.properties
