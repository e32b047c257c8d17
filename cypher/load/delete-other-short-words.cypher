// Takes out the words that are no longer frequent.
MATCH (w:ShortWord)
WHERE NOT w.id IN $ids
DETACH DELETE w
