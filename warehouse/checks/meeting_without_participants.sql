-- severity: warning
-- reason: A meeting that nobody takes part in tells nothing; the participants were probably not recognised.
SELECT meeting.meeting_id, meeting.kind, meeting.start_date, meeting.place
FROM reporting.meetings AS meeting
ANTI JOIN reporting.meeting_participants AS participant ON participant.meeting_id = meeting.meeting_id
ORDER BY ALL
