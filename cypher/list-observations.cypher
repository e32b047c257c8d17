// The figures of one entity: by measure, each measure in order of time.
MATCH (n:Entity {id: $id})
MATCH (n)<-[:OF]-(o:Observation)
WITH n, o, o.measure AS measure, o.id AS id,
     coalesce(o.startEarliest, o.endEarliest, 99999999) AS time
RETURN measure AS measure, time AS time, id AS id, {id: o.id, entity: n.id, properties: properties(o)} AS observation
ORDER BY measure, time, id
