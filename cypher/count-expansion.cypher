// How many neighbors expand-node has to give with the same filters, on all of its pages together.
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
RETURN count(DISTINCT neighbor.id) AS total
