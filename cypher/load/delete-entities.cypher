// Takes entities out.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WHERE n.origin = $origin
DETACH DELETE n
