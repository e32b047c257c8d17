// Takes relationships out, by where they start.
UNWIND $rows AS row
MATCH (a:Entity {id: row.start})
MATCH (a)-[r]->(b:Entity)
WHERE r.id IN row.ids AND r.origin = $origin
DELETE r
