// How many entities carry each label, Entity among them.
MATCH (n:Entity)
UNWIND labels(n) AS label
WITH label, count(*) AS nodes
RETURN label AS label, nodes AS nodes
ORDER BY label
