// Says which version of the data set the graph now holds.
MATCH (d:Dataset {id: $id})
SET d += $properties
