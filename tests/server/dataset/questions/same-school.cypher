// Everyone who studied at a school.
MATCH (school:Entity {id: $school})
MATCH (school)<-[r]-(person:Entity)
WHERE type(r) IN $educationTypes
RETURN {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS relationship,
       {id: person.id, labels: labels(person), properties: properties(person)} AS startNode,
       {id: school.id, labels: labels(school), properties: properties(school)} AS endNode
