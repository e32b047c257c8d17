// What a frequent word of one or two characters finds, best first; nothing for a word that is not known as frequent.
MATCH (w:ShortWord {id: $word})
UNWIND range(0, size(w.ids) - 1) AS place
WITH place, w.ids[place] AS wanted, w.ranks[place] AS rank
WHERE place < $limit
MATCH (n:Entity {id: wanted})
RETURN place AS place, rank AS rank, {id: n.id, labels: labels(n), properties: properties(n)} AS node
ORDER BY place
