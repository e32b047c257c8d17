// Every claim that carries a date of its own, less those that are known to have begun before or after the period. A figure
// may have no more than a day of its own.
MATCH (a:Entity)
MATCH (a)-[r]->(b:Entity)
WHERE (r.start IS NOT NULL OR r.end IS NOT NULL)
  AND coalesce(r.startEarliest, 0) <= $periodLast
  AND coalesce(r.startLatest, r.endLatest, r.endEarliest, 99999999) >= $periodFirst
RETURN r.id AS id, type(r) AS type, a.id AS startId, b.id AS endId, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time,
       r.start IS NOT NULL OR r.end IS NOT NULL AS dated, r.citations AS citations, null AS date,
       r.startEarliest AS startEarliest, r.startLatest AS startLatest, r.endEarliest AS endEarliest,
       r.endLatest AS endLatest, r.ongoing AS ongoing, r.noEarlier AS noEarlier
UNION ALL
MATCH (o:Observation)
WHERE o.start IS NOT NULL OR o.end IS NOT NULL OR o.asOf IS NOT NULL OR o.date IS NOT NULL
MATCH (o)-[:OF]->(a:Entity)
RETURN o.id AS id, null AS type, a.id AS startId, null AS endId, coalesce(o.startEarliest, o.endEarliest, 99999999) AS time,
       o.start IS NOT NULL OR o.end IS NOT NULL AS dated, o.citations AS citations, coalesce(o.date, o.asOf) AS date,
       o.startEarliest AS startEarliest, o.startLatest AS startLatest, o.endEarliest AS endEarliest,
       o.endLatest AS endLatest, o.ongoing AS ongoing, o.noEarlier AS noEarlier
