// One page of an entity's neighbors, the best connected first, each with its relationships to the entity. An empty list
// of types or labels lets all through; relationships of the kinds in $withoutKinds are left out, a kind being what
// count-neighbors tells apart: TYPE.direction.Label.certainty. A page begins after the neighbor ($afterDegree, $afterId),
// the first one with $afterId null. Relationships that had ended before $first or cannot have begun by $last are left out, days
// being YYYYMMDD, and those without a date unless $undated.
MATCH (n:Entity {id: $id})
MATCH (n)-[r]-(neighbor:Entity)
WHERE neighbor.id <> $id
  AND (size($types) = 0 OR type(r) IN $types)
  AND ($direction = 'both'
    OR ($direction = 'out' AND startNode(r).id = $id)
    OR ($direction = 'in' AND endNode(r).id = $id))
  AND (size($labels) = 0 OR any(label IN labels(neighbor) WHERE label IN $labels))
  AND (size($withoutKinds) = 0
    OR any(label IN labels(neighbor) WHERE (label <> 'Entity' OR size(labels(neighbor)) = 1)
      AND NOT (type(r) + '.' + CASE WHEN startNode(r).id = $id THEN 'out' ELSE 'in' END + '.' + label + '.' +
        coalesce(r.certainty, 'stated')) IN $withoutKinds))
  AND coalesce(r.startEarliest, r.noEarlier, $first) <= $last
  AND coalesce(r.endLatest, $last) >= $first
  AND ($undated OR coalesce(r.startEarliest, r.startLatest, r.endEarliest, r.endLatest) IS NOT NULL)
WITH r, neighbor, neighbor.id AS id, coalesce(neighbor.degree, 0) AS degree
WITH neighbor, id, degree, collect(r) AS rs
WHERE $afterId IS NULL OR degree < $afterDegree OR (degree = $afterDegree AND id > $afterId)
WITH neighbor, id, degree, rs
ORDER BY degree DESC, id
LIMIT $limit
RETURN degree AS degree, id AS id, {id: neighbor.id, labels: labels(neighbor), properties: properties(neighbor)} AS node,
       [r IN rs | {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)}] AS relationships
ORDER BY degree DESC, id
