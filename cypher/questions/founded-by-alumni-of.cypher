// Organizations outside the companies asked about that someone founded who had a job at one of these.
UNWIND $companies AS asked
WITH DISTINCT asked
MATCH (former:Entity {id: asked})
MATCH (former)<-[job]-(person:Entity)
WHERE type(job) IN $careerTypes
WITH former, person, {id: job.id, type: type(job), start: startNode(job).id, end: endNode(job).id, properties: properties(job)} AS post
WITH former, person, collect(post) AS jobs
MATCH (person)-[r]->(other:Entity)
WHERE type(r) IN $foundingTypes AND NOT other.id IN $companies
WITH former, person, jobs, r, other, former.id AS origin, other.id AS founded, r.id AS id
RETURN founded AS founded, id AS id, origin AS origin, {id: person.id, labels: labels(person), properties: properties(person)} AS person,
       {id: former.id, labels: labels(former), properties: properties(former)} AS former,
       jobs AS jobs, {id: other.id, labels: labels(other), properties: properties(other)} AS other,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship
ORDER BY founded, id, origin
