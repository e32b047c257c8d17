// Sets what changed in relationships of one type, or puts them back between other entities.
UNWIND $rows AS row
MATCH (a:Entity {id: row.start})
MATCH (b:Entity {id: row.end})
MERGE (a)-[r:TYPE_SLOT {id: row.id}]->(b)
SET r += row.properties
