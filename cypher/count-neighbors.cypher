// How many neighbors and relationships an entity has, by type, direction, the neighbor's label and certainty, less what
// had ended before $first or not begun by $last, and less what has no date unless $undated.
MATCH (n:Entity {id: $id})
MATCH (n)-[r]-(neighbor:Entity)
WHERE neighbor.id <> $id
  AND coalesce(r.startEarliest, r.noEarlier, $first) <= $last
  AND coalesce(r.endLatest, $last) >= $first
  AND ($undated OR coalesce(r.startEarliest, r.startLatest, r.endEarliest, r.endLatest) IS NOT NULL)
WITH type(r) AS type, r.id AS relationship, neighbor.id AS neighborId, coalesce(r.certainty, 'stated') AS certainty,
     CASE WHEN startNode(r).id = $id THEN 'out' ELSE 'in' END AS direction,
     [label IN labels(neighbor) WHERE label <> 'Entity'] AS ownLabels
WITH type, relationship, neighborId, certainty, direction,
     CASE WHEN size(ownLabels) = 0 THEN ['Entity'] ELSE ownLabels END AS ownLabels
UNWIND ownLabels AS label
WITH type, direction, label, certainty, count(DISTINCT neighborId) AS neighbors, count(DISTINCT relationship) AS relationships
RETURN type AS type, direction AS direction, label AS label, certainty AS certainty, neighbors AS neighbors, relationships AS relationships
ORDER BY neighbors DESC, type, direction, label, certainty
