// Those of the ids that another origin has taken.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WHERE coalesce(n.origin, '') <> $origin
RETURN n.id AS id, n.origin AS origin
ORDER BY id
