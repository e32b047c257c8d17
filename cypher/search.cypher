// Entities by any of their names: whole before start before within, documents last, the well-connected first.
// The three patterns are one normalized query with the separators of the search key around it. Where an entity stands
// is one number, and ids are read only of those that stand alike: a common word finds more than can be sorted by text.
MATCH (n:Entity)
WHERE n.search CONTAINS $inside
  AND (size($labels) = 0 OR any(label IN labels(n) WHERE label IN $labels))
WITH n,
     CASE WHEN n:Document THEN 3 ELSE 0 END
       + CASE WHEN n.search CONTAINS $exact THEN 0 WHEN n.search CONTAINS $prefix THEN 1 ELSE 2 END AS standing
WITH n, standing * 1000000000 - coalesce(n.degree, 0) AS place
WITH place, collect(n) AS alike
ORDER BY place
LIMIT $limit
UNWIND alike AS found
WITH found, place, found.id AS id
ORDER BY place, id
LIMIT $limit
RETURN place AS place, id AS id,
       CASE WHEN found.search CONTAINS $exact THEN 0 WHEN found.search CONTAINS $prefix THEN 1 ELSE 2 END AS rank,
       {id: found.id, labels: labels(found), properties: properties(found)} AS node
ORDER BY place, id
