-- One meeting.
SELECT * FROM reporting.meetings WHERE meeting_id = $id
