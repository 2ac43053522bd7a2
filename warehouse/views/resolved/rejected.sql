-- Facts that somebody rejected as not told.
--
-- kind: meeting, agreement or position.
-- id: Id of the fact, as it would be shown.
-- key: Internal key of the meeting or agreement; NULL for a position.
SELECT
    fix.kind,
    fix.id,
    coalesce(meeting.meeting_id, agreement.agreement_id) AS key
FROM main.corrections AS fix
LEFT JOIN main.meetings AS meeting ON meeting.key = CASE WHEN fix.kind = 'meeting' THEN fix.id END
LEFT JOIN main.agreements AS agreement ON agreement.key = CASE WHEN fix.kind = 'agreement' THEN fix.id END
WHERE fix.field = 'rejected' AND resolved.holds(fix.run_id, fix.ended_run_id)
