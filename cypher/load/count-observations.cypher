// How many observations are of one origin.
MATCH (o:Observation)
WHERE o.origin = $origin
RETURN count(*) AS count
