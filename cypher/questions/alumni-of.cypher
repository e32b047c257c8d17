// Everyone who had a job at one of the companies and founded, or has a job now at, an organization outside them.
UNWIND $companies AS asked
MATCH (former:Entity {id: asked})
MATCH (former)<-[job]-(someone:Entity)
WHERE type(job) IN $careerTypes
WITH DISTINCT former, someone
MATCH (someone)-[tie]->(other:Entity)
WHERE NOT other.id IN $companies
  AND (type(tie) IN $foundingTypes OR (type(tie) IN $careerTypes AND tie.ongoing = true))
WITH former.id AS origin, someone.id AS person, other.id AS destination,
     CASE WHEN type(tie) IN $foundingTypes THEN 1 ELSE 0 END AS founding
WITH origin, person, destination, coalesce(sum(founding), 0) AS foundings
RETURN origin AS origin, person AS person, destination AS destination, foundings > 0 AS founded
ORDER BY origin, person, destination
