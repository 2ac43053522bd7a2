-- One row per meeting asked for. Where `$told`, those are asked for as well that a document of the period tells of without a
-- day, or as something that lies ahead or did not come about.
WITH told AS (
    SELECT DISTINCT evidence.fact_id
    FROM reporting.evidence AS evidence
    JOIN reporting.documents AS document USING (document_id)
    WHERE evidence.fact_kind = 'meeting'
        AND coalesce(document.period_end, document.published_on)
            BETWEEN coalesce($first::DATE, '-infinity') AND coalesce($last::DATE, 'infinity')
)
SELECT meeting.meeting_id AS id, meeting.*
FROM reporting.meetings AS meeting
WHERE list_contains($statuses::VARCHAR[], meeting.status)
    AND (
        ($first::DATE IS NULL OR meeting.end_date >= $first::DATE)
        AND ($last::DATE IS NULL OR meeting.start_date <= $last::DATE)
        OR $told::BOOLEAN
        AND (meeting.status <> 'held' OR meeting.start_date IS NULL)
        AND meeting.meeting_id IN (FROM told)
    )
    AND (
        len($countries::VARCHAR[]) = 0
        OR list_contains($countries::VARCHAR[], meeting.country_code)
        OR meeting.meeting_id IN (
            SELECT participant.meeting_id
            FROM reporting.meeting_participants AS participant
            LEFT JOIN reporting.people AS person USING (person_id)
            WHERE list_contains($countries::VARCHAR[], coalesce(participant.country_code, person.country_code))
        )
    )
