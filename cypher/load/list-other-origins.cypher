// Who else than the seeds put something into the graph, and how much: nodes and relationships by their origin. What is
// derived from the seeds (short words) is theirs.
MATCH (n)
WHERE NOT n:Dataset AND NOT n:ShortWord AND (n.origin IS NULL OR n.origin <> $origin)
WITH n.origin AS origin, count(*) AS count
RETURN origin AS origin, count AS count
UNION ALL
MATCH ()-[r]->()
WHERE r.origin IS NULL OR r.origin <> $origin
WITH r.origin AS origin, count(*) AS count
RETURN origin AS origin, count AS count
