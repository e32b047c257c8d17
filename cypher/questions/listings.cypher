// Filings for and listings on an exchange, of all companies or those asked about. An exchange stands for what is part of
// it too.
UNWIND $companies AS asked
WITH DISTINCT asked
MATCH (a:Entity {id: asked})
MATCH (a)-[r:LISTING_TYPES]->(b:Entity)
WHERE (size($stages) = 0 OR r.status IN $stages)
  AND (size($exchanges) = 0 OR b.id IN $exchanges
    OR EXISTS { MATCH (b)-[part]->(whole:Entity) WHERE type(part) IN $membershipTypes AND whole.id IN $exchanges }
    OR EXISTS { MATCH (b)-[part]->(within:Entity) MATCH (within)-[further]->(whole:Entity)
      WHERE type(part) IN $membershipTypes AND type(further) IN $membershipTypes AND whole.id IN $exchanges })
RETURN r.id AS id, type(r) AS type, a.id AS startId, b.id AS endId, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time,
       r.start IS NOT NULL OR r.end IS NOT NULL AS dated, r.citations AS citations,
       r.startEarliest AS startEarliest, r.startLatest AS startLatest, r.endEarliest AS endEarliest,
       r.endLatest AS endLatest, r.ongoing AS ongoing, r.noEarlier AS noEarlier
UNION ALL
UNWIND CASE WHEN size($companies) = 0 THEN [true] ELSE [] END AS openly
MATCH (a:Entity)
MATCH (a)-[r:LISTING_TYPES]->(b:Entity)
WHERE (size($stages) = 0 OR r.status IN $stages)
  AND (size($exchanges) = 0 OR b.id IN $exchanges
    OR EXISTS { MATCH (b)-[part]->(whole:Entity) WHERE type(part) IN $membershipTypes AND whole.id IN $exchanges }
    OR EXISTS { MATCH (b)-[part]->(within:Entity) MATCH (within)-[further]->(whole:Entity)
      WHERE type(part) IN $membershipTypes AND type(further) IN $membershipTypes AND whole.id IN $exchanges })
RETURN r.id AS id, type(r) AS type, a.id AS startId, b.id AS endId, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time,
       r.start IS NOT NULL OR r.end IS NOT NULL AS dated, r.citations AS citations,
       r.startEarliest AS startEarliest, r.startLatest AS startLatest, r.endEarliest AS endEarliest,
       r.endLatest AS endLatest, r.ongoing AS ongoing, r.noEarlier AS noEarlier
