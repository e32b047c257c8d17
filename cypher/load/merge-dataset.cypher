// Marks the graph as this data set's, in this version. Last of all: two first loads at once have by then waited for
// one another at the unique ids of their entities, so that the second finds the first one's mark.
MERGE (d:Dataset {id: $id})
SET d += $properties
