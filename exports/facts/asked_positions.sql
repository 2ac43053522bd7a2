-- One row per post that a person holds or held.
SELECT position.position_id AS id, position.*
FROM reporting.person_positions AS position
