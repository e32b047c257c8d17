// Those of the ids that a relationship of another origin has taken.
UNWIND $rows AS row
MATCH (a:Entity {id: row.start})
MATCH (a)-[r]->(b:Entity)
WHERE r.id IN row.ids AND coalesce(r.origin, '') <> $origin
RETURN r.id AS id, r.origin AS origin
ORDER BY id
