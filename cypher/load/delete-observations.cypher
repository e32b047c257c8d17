// Takes observations out, with what ties them to their entity.
UNWIND $ids AS id
MATCH (o:Observation {id: id})
WHERE o.origin = $origin
DETACH DELETE o
