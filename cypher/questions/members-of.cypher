// Who belongs to the groups asked about, once for each document that says so.
UNWIND $groups AS asked
WITH DISTINCT asked
MATCH (group:Entity {id: asked})
MATCH (group)<-[r]-(member:Entity)
WHERE type(r) IN $membershipTypes
UNWIND r.citations AS citation
WITH r, group, member, citation, split(citation, '#') AS parts
WITH r, group, member, citation, parts[0] AS source
WITH r, group, member, source, collect(citation) AS citations
MATCH (document:Entity {id: source})
WITH r, group, member, document, source, citations, group.id AS whole, r.id AS id
RETURN whole AS whole, source AS source, id AS id, {id: group.id, labels: labels(group), properties: properties(group)} AS group,
       {id: document.id, labels: labels(document), properties: properties(document)} AS document,
       {id: member.id, labels: labels(member), properties: properties(member)} AS member,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       citations AS citations
ORDER BY whole, source, id
