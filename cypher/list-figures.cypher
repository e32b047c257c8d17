// The figures of these entities that are a number or a date: of each by measure, then in order of time.
UNWIND $ids AS wanted
WITH DISTINCT wanted
MATCH (n:Entity {id: wanted})
MATCH (n)<-[:OF]-(o:Observation)
WHERE o.value IS NOT NULL OR o.date IS NOT NULL
WITH n.id AS entity, o, o.measure AS measure, o.id AS id,
     coalesce(o.startEarliest, o.endEarliest, 99999999) AS time
RETURN entity AS entity, measure AS measure, time AS time, id AS id,
       {id: o.id, entity: entity, properties: properties(o)} AS observation
ORDER BY entity, measure, time, id
