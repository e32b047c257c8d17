// Neighbors that at least two of these entities have, those of most of them first and among these the least connected,
// each with what joins it to them.
UNWIND $ids AS wanted
MATCH (n:Entity {id: wanted})
MATCH (n)-[r]-(neighbor:Entity)
WHERE neighbor.id <> n.id
WITH neighbor, neighbor.id AS id, coalesce(neighbor.degree, 0) AS degree, n.id AS of, type(r) AS type, r.id AS relationship,
     CASE WHEN startNode(r).id = n.id THEN 'out' ELSE 'in' END AS direction
WITH neighbor, id, degree, count(DISTINCT of) AS sharedBy,
     collect({of: of, type: type, direction: direction, relationship: relationship}) AS ties
WHERE sharedBy > 1
WITH neighbor, id, degree, sharedBy, ties
ORDER BY sharedBy DESC, degree, id
LIMIT $limit
RETURN id AS id, degree AS degree, sharedBy AS sharedBy, ties AS ties,
       {id: neighbor.id, labels: labels(neighbor), properties: properties(neighbor)} AS node
ORDER BY sharedBy DESC, degree, id
