// Marks the graph as this data set's, and holds the mark until the transaction ends: two loads wait for one another.
MERGE (d:Dataset {id: $id})
SET d.schemaVersion = coalesce(d.schemaVersion, $schemaVersion)
