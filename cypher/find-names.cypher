// Entities one of whose names is met by one of these patterns of the search key, the best connected first, each with the
// patterns that it meets. One expression tells most others apart first: many patterns take the embedded engine long.
MATCH (n:Entity)
WHERE n.search =~ $nearby AND any(pattern IN $patterns WHERE n.search CONTAINS pattern)
WITH n, n.id AS id, coalesce(n.degree, 0) AS degree
ORDER BY degree DESC, id
LIMIT $limit
RETURN degree AS degree, id AS id, [pattern IN $patterns WHERE n.search CONTAINS pattern] AS met,
       {id: n.id, labels: labels(n), properties: properties(n)} AS node
ORDER BY degree DESC, id
