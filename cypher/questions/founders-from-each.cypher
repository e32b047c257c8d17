// Who had a job at every one of the organizations asked about and founded another, with the posts at each.
UNWIND $companies AS asked
WITH DISTINCT asked
MATCH (company:Entity {id: asked})
MATCH (company)<-[job]-(person:Entity)
WHERE type(job) IN $careerTypes
WITH person, count(DISTINCT company.id) AS places
WHERE places = size($companies)
MATCH (person)-[r]->(other:Entity)
WHERE type(r) IN $foundingTypes AND NOT other.id IN $companies
MATCH (person)-[job]->(former:Entity)
WHERE former.id IN $companies AND type(job) IN $careerTypes
WITH person, r, other, former, {id: job.id, type: type(job), start: startNode(job).id, end: endNode(job).id, properties: properties(job)} AS post
WITH person, r, other, former, collect(post) AS jobs
WITH person, r, other, former, jobs, person.id AS someone, r.id AS id, former.id AS origin
RETURN someone AS someone, id AS id, origin AS origin, {id: person.id, labels: labels(person), properties: properties(person)} AS person,
       {id: former.id, labels: labels(former), properties: properties(former)} AS former,
       jobs AS jobs, {id: other.id, labels: labels(other), properties: properties(other)} AS other,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship
ORDER BY someone, id, origin
