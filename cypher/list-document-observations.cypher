// The figures that cite a document: $prefix is its id and the hash that a citation has after it.
MATCH (o:Observation)
WHERE any(citation IN o.citations WHERE citation STARTS WITH $prefix)
MATCH (o)-[:OF]->(n:Entity)
RETURN o.id AS id, {id: o.id, entity: n.id, properties: properties(o)} AS observation
ORDER BY id
