// Who else was at these organizations, by relationships of the given types: only what it takes to compare the times,
// since a large organization has very many.
UNWIND $organizations AS wanted
MATCH (organization:Entity {id: wanted})
MATCH (organization)<-[r]-(person:Entity)
WHERE type(r) IN $types AND person.id <> $person AND person.id <> organization.id
WITH organization.id AS organizationId, person.id AS personId, r.id AS id, type(r) AS type, r.startEarliest AS startEarliest,
     r.startLatest AS startLatest, r.endEarliest AS endEarliest, r.endLatest AS endLatest,
     coalesce(r.ongoing, false) AS ongoing
ORDER BY organizationId, personId, id
LIMIT $limit
RETURN organizationId AS organization, personId AS person, id AS id, type AS type, startEarliest AS startEarliest,
       startLatest AS startLatest, endEarliest AS endEarliest, endLatest AS endLatest, ongoing AS ongoing
ORDER BY organization, person, id
