// The stints of these people at organizations, by relationships of the given types, in order of time.
UNWIND $ids AS wanted
MATCH (person:Entity {id: wanted})
MATCH (person)-[r]->(organization:Entity)
WHERE type(r) IN $types AND organization.id <> person.id
WITH r, person.id AS personId, organization.id AS organizationId, r.id AS id,
     coalesce(r.startEarliest, r.startLatest, r.endEarliest, r.endLatest, 99999999) AS time
ORDER BY time, id
LIMIT $limit
RETURN time AS time, id AS id, personId AS person, organizationId AS organization,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship
ORDER BY time, id
