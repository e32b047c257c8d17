// Every entity with a label.
MATCH (n:Entity)
WHERE any(label IN labels(n) WHERE label = $kind)
WITH n, n.id AS id
ORDER BY id
RETURN id AS id, {id: n.id, labels: labels(n), properties: properties(n)} AS startNode
ORDER BY id
