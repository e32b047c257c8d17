// How many entities carry each label, Entity among them.
MATCH (n:Entity)
UNWIND labels(n) AS label
WITH label, count(*) AS nodes
RETURN label, nodes
ORDER BY label
