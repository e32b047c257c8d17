// The documents that the facts were read from.
MATCH (d:Document)
WHERE d:Entity
WITH d, d.id AS id
RETURN id AS id, {id: d.id, labels: labels(d), properties: properties(d)} AS node
ORDER BY id
