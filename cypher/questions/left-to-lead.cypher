// Who had a job at one of the companies that is not said to go on, and founded, or has a leading post at, an organization
// outside them; nobody whose founding or post is known to be older than the job.
UNWIND $companies AS asked
WITH DISTINCT asked
MATCH (former:Entity {id: asked})
MATCH (former)<-[job]-(person:Entity)
WHERE type(job) IN $careerTypes AND coalesce(job.ongoing, false) = false
WITH former, person, coalesce(job.startEarliest, 0) AS began, {id: job.id, type: type(job), start: startNode(job).id, end: endNode(job).id, properties: properties(job)} AS post
WITH former, person, collect(post) AS jobs, min(began) AS began
MATCH (person)-[r]->(other:Entity)
WHERE NOT other.id IN $companies
  AND (type(r) IN $foundingTypes OR (type(r) IN $careerTypes AND any(word IN $leadingWords
    WHERE toLower(coalesce(r.titleEn, '')) CONTAINS word OR coalesce(r.titleZhHant, '') CONTAINS word)))
  AND coalesce(r.startLatest, r.endLatest, 99999999) >= began
  AND ($makes IS NULL OR EXISTS { MATCH (other)-[making]->(made:Entity)
    WHERE type(making) IN $makingTypes AND any(label IN labels(made) WHERE label = $makes) })
  AND (size($groups) = 0 OR EXISTS { MATCH (other)-[belonging]->(group:Entity)
    WHERE type(belonging) IN $membershipTypes AND group.id IN $groups })
WITH former, person, jobs, r, other, former.id AS origin, person.id AS someone, r.id AS id
RETURN origin AS origin, someone AS someone, id AS id, {id: person.id, labels: labels(person), properties: properties(person)} AS person,
       {id: former.id, labels: labels(former), properties: properties(former)} AS former,
       jobs AS jobs, {id: other.id, labels: labels(other), properties: properties(other)} AS other,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship
ORDER BY origin, someone, id
