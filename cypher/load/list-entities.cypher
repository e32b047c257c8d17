// Every entity of one origin; the adapter would drop the search key from its properties.
MATCH (n:Entity)
WHERE n.origin = $origin
RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties, n.search AS keys
