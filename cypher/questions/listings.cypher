// Every filing for and listing on an exchange, in order of time. An exchange stands for what is part of it too.
MATCH (a:Entity)
MATCH (a)-[r]->(b:Entity)
WHERE type(r) IN $listingTypes
  AND (size($companies) = 0 OR a.id IN $companies)
  AND (size($stages) = 0 OR r.status IN $stages)
  AND (size($exchanges) = 0 OR b.id IN $exchanges
    OR EXISTS { MATCH (b)-[part]->(whole:Entity) WHERE type(part) IN $membershipTypes AND whole.id IN $exchanges }
    OR EXISTS { MATCH (b)-[part]->(within:Entity) MATCH (within)-[further]->(whole:Entity)
      WHERE type(part) IN $membershipTypes AND type(further) IN $membershipTypes AND whole.id IN $exchanges })
WITH r, a, b, r.id AS id, coalesce(r.startEarliest, r.endEarliest, 99999999) AS time
RETURN time AS time, id AS id,
       {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: a.id, labels: labels(a), properties: properties(a)} AS startNode,
       {id: b.id, labels: labels(b), properties: properties(b)} AS endNode
ORDER BY time, id
