// How much the graph holds, whoever put it there.
MATCH (n)
RETURN count(*) AS nodes
