// Takes a label from the entities that no longer have it.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
REMOVE n:LABEL_SLOT
