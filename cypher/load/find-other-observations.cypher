// Those of the ids that an observation of another origin has taken.
UNWIND $ids AS id
MATCH (o:Observation {id: id})
WHERE coalesce(o.origin, '') <> $origin
RETURN o.id AS id, o.origin AS origin
ORDER BY id
