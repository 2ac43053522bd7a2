-- One row per pair of people who took part in the same held meeting that is asked for, with those meetings.
WITH present AS (
    SELECT
        meeting.meeting_id,
        meeting.start_date,
        meeting.end_date,
        participant.person_id,
        coalesce(participant.country_code, person.country_code) AS country_code
    FROM reporting.meetings AS meeting
    JOIN reporting.meeting_participants AS participant USING (meeting_id)
    JOIN reporting.people AS person USING (person_id)
    WHERE meeting.status = 'held'
        AND ($first::DATE IS NULL OR meeting.end_date >= $first::DATE)
        AND ($last::DATE IS NULL OR meeting.start_date <= $last::DATE)
)
SELECT
    one.person_id AS one,
    other.person_id AS other,
    min(one.start_date) AS first_met,
    max(one.end_date) AS last_met,
    list(DISTINCT one.meeting_id ORDER BY one.meeting_id) AS meeting_ids
FROM present AS one
JOIN present AS other ON other.meeting_id = one.meeting_id AND one.person_id < other.person_id
WHERE len($countries::VARCHAR[]) = 0
    OR list_contains($countries::VARCHAR[], one.country_code)
    OR list_contains($countries::VARCHAR[], other.country_code)
GROUP BY one.person_id, other.person_id
ORDER BY one.person_id, other.person_id
