// Who had a job at, or founded, every one of the organizations asked about.
UNWIND $companies AS asked
WITH DISTINCT asked
MATCH (company:Entity {id: asked})
MATCH (company)<-[job]-(person:Entity)
WHERE type(job) IN $careerTypes OR type(job) IN $foundingTypes
WITH person, count(DISTINCT company.id) AS places
WHERE places = size($companies)
MATCH (person)-[r]->(company:Entity)
WHERE company.id IN $companies AND (type(r) IN $careerTypes OR type(r) IN $foundingTypes)
WITH r, person, company, person.id AS someone, r.id AS id, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time
RETURN someone AS someone, time AS time, id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: person.id, labels: labels(person), properties: properties(person)} AS startNode,
       {id: company.id, labels: labels(company), properties: properties(company)} AS endNode
ORDER BY someone, time, id
