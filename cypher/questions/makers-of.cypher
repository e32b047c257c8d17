// What of a kind is known to have been made, and by whom.
MATCH (a:Entity)
MATCH (a)-[r:MAKING_TYPES]->(b:Entity)
WHERE $kind IN labels(b)
RETURN r.id AS id, type(r) AS type, a.id AS startId, b.id AS endId, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time,
       r.start IS NOT NULL OR r.end IS NOT NULL AS dated, r.citations AS citations
