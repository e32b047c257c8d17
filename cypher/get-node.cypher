// One entity by its id.
MATCH (n:Entity {id: $id})
RETURN {id: n.id, labels: labels(n), properties: properties(n)} AS node
