// The relationships that cite a document: $prefix is its id and the hash that a citation has after it.
MATCH (n:Entity)
MATCH (n)-[r]->(other:Entity)
WHERE any(citation IN r.citations WHERE citation STARTS WITH $prefix)
RETURN r.id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship
ORDER BY id
