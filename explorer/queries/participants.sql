-- Who took part in a meeting.
SELECT * FROM reporting.meeting_participants WHERE meeting_id = $id ORDER BY ordinal
