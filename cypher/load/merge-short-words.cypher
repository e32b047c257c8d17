// Sets what the frequent words of one or two characters find.
UNWIND $rows AS row
MERGE (w:ShortWord {id: row.id})
SET w += row.properties
