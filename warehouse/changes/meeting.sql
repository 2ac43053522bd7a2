-- Meetings, in the columns that are compared.
WITH present AS (
    SELECT
        participant.meeting_id,
        string_agg(coalesce(participant.person, participant.organization, participant.role, participant.country_code), ', '
                   ORDER BY participant.ordinal) AS people
    FROM temp.main.shown_meeting_participants AS participant
    GROUP BY participant.meeting_id
)
SELECT
    meeting.meeting_id AS id,
    concat_ws(
        ', ',
        concat(day_words(meeting.start_date, meeting.end_date), ': ', nullif(meeting.status, 'held') || ' ', meeting.kind,
               ' of ' || present.people),
        meeting.title,
        coalesce(meeting.place, meeting.country_code)
    ) AS label,
    meeting.kind,
    meeting.status,
    meeting.start_date,
    meeting.end_date,
    meeting.date_precision,
    meeting.date_basis,
    meeting.title
FROM temp.main.shown_meetings AS meeting
LEFT JOIN present USING (meeting_id)
