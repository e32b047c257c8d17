// The jobs, foundings, schools and memberships of a person, what
// the person worked on, and who recruited or mentored whom, in order of time.
MATCH (person:Entity {id: $person})
MATCH (person)-[r]-(other:Entity)
WHERE type(r) IN $careerTypes OR type(r) IN $foundingTypes OR type(r) IN $educationTypes
   OR type(r) IN $membershipTypes OR type(r) IN $acquaintanceTypes OR type(r) IN $contributionTypes
WITH r, startNode(r) AS a, endNode(r) AS b, r.id AS id, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time
RETURN time AS time, id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
ORDER BY time, id
