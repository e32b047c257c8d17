// How many figures there are.
MATCH (o:Observation)
RETURN count(*) AS observations
