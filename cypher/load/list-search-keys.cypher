// Every entity's search key, with what search ranks by.
MATCH (n:Entity)
WHERE n.search IS NOT NULL
RETURN n.id AS id, n.search AS keys, coalesce(n.degree, 0) AS degree, CASE WHEN n:Document THEN 1 ELSE 0 END AS last
