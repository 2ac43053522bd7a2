-- The id under which a thing is shown that was known by another one.
SELECT survivor_id FROM reporting.former_ids WHERE kind = $kind AND id = $id
