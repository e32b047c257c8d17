// What a document claims: relationships and figures that cite it.
MATCH (a:Entity)
MATCH (a)-[r]->(b:Entity)
WHERE any(citation IN r.citations WHERE citation STARTS WITH $document + '#')
RETURN r.id AS id, type(r) AS type, a.id AS startId, b.id AS endId, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time,
       r.start IS NOT NULL OR r.end IS NOT NULL AS dated, r.citations AS citations
UNION ALL
MATCH (o:Observation)
WHERE any(citation IN o.citations WHERE citation STARTS WITH $document + '#')
MATCH (o)-[:OF]->(a:Entity)
RETURN o.id AS id, null AS type, a.id AS startId, null AS endId, coalesce(o.startEarliest, o.endEarliest, 99999999) AS time,
       o.start IS NOT NULL OR o.end IS NOT NULL AS dated, o.citations AS citations
