// Entities by any of their names: whole before start before within, documents last, the well-connected first.
// The three patterns are one normalized query with the separators of the search key around it.
MATCH (n:Entity)
WHERE n.search CONTAINS $inside
  AND (size($labels) = 0 OR any(label IN labels(n) WHERE label IN $labels))
WITH n, n.id AS id, coalesce(n.degree, 0) AS degree,
     CASE WHEN n:Document THEN 1 ELSE 0 END AS last,
     CASE WHEN n.search CONTAINS $exact THEN 0 WHEN n.search CONTAINS $prefix THEN 1 ELSE 2 END AS rank
ORDER BY last, rank, degree DESC, id
LIMIT $limit
RETURN {id: n.id, labels: labels(n), properties: properties(n)} AS node, rank AS rank,
       last AS last, degree AS degree, id AS id
ORDER BY last, rank, degree DESC, id
