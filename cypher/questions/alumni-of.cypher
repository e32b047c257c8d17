// Everyone who had a job at one of the companies and founded, or has a job now at, an organization outside them.
UNWIND $companies AS company
MATCH (origin:Entity {id: company})
MATCH (origin)<-[job]-(person:Entity)
WHERE type(job) IN $careerTypes
WITH DISTINCT origin, person
MATCH (person)-[tie]->(destination:Entity)
WHERE NOT destination.id IN $companies
  AND (type(tie) IN $foundingTypes OR (type(tie) IN $careerTypes AND tie.ongoing = true))
WITH origin.id AS origin, person.id AS person, destination.id AS destination,
     CASE WHEN type(tie) IN $foundingTypes THEN 1 ELSE 0 END AS founding
WITH origin, person, destination, coalesce(sum(founding), 0) AS foundings
RETURN origin AS origin, person AS person, destination AS destination, foundings > 0 AS founded
ORDER BY origin, person, destination
