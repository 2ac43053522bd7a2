-- Where a meeting was.
SELECT * FROM reporting.meeting_places WHERE meeting_id = $id ORDER BY place NULLS LAST
