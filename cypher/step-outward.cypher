// One step of a search for paths: from each of these entities to the neighbors that a path may pass through. An empty
// list of types, labels or certainties lets all through; the ends of the path need not have the labels.
UNWIND $ids AS wanted
MATCH (n:Entity {id: wanted})
MATCH (n)-[r]-(neighbor:Entity)
WHERE (size($types) = 0 OR type(r) IN $types)
  AND NOT type(r) IN $withoutTypes
  AND (size($certainties) = 0 OR coalesce(r.certainty, 'stated') IN $certainties)
  AND NOT neighbor.id IN $without
  AND (neighbor.id IN $ends
    OR ((size($labels) = 0 OR any(label IN labels(neighbor) WHERE label IN $labels))
      AND NOT any(label IN labels(neighbor) WHERE label IN $withoutLabels)))
RETURN DISTINCT n.id AS origin, neighbor.id AS reached, coalesce(neighbor.degree, 0) AS degree
