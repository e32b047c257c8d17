// What the graph says of itself.
MATCH (d:Dataset)
RETURN d.id AS id, d.schemaVersion AS schemaVersion, d.version AS version
ORDER BY id
