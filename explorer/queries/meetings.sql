-- Meetings that pass the filters, the latest first, each with who took part. What is not asked for is NULL.
WITH chosen AS (
    SELECT meeting.*
    FROM reporting.meetings AS meeting
    WHERE coalesce(meeting.end_date, meeting.start_date) >= $first::DATE IS NOT FALSE
        AND coalesce(meeting.start_date, meeting.end_date) <= $last::DATE IS NOT FALSE
        AND ($first::DATE IS NULL AND $last::DATE IS NULL OR coalesce(meeting.start_date, meeting.end_date) IS NOT NULL)
        AND ($status::VARCHAR IS NULL OR meeting.status = $status)
        AND ($country::VARCHAR IS NULL
            OR meeting.meeting_id IN (SELECT meeting_id FROM reporting.meeting_participants WHERE country_code = $country)
            OR meeting.meeting_id IN (SELECT meeting_id FROM reporting.meeting_places WHERE country_code = $country))
        AND ($place::VARCHAR IS NULL
            OR meeting.meeting_id IN (SELECT meeting_id FROM reporting.meeting_places WHERE place_id = $place))
        AND ($person::VARCHAR IS NULL
            OR meeting.meeting_id IN (SELECT meeting_id FROM reporting.meeting_participants WHERE person_id = $person))
        AND ($other::VARCHAR IS NULL
            OR meeting.meeting_id IN (SELECT meeting_id FROM reporting.meeting_participants WHERE person_id = $other))
        AND ($organization::VARCHAR IS NULL
            OR meeting.meeting_id IN (SELECT meeting_id FROM reporting.meeting_participants
                WHERE organization_id = $organization))
        AND ($part_of::VARCHAR IS NULL OR meeting.part_of_meeting_id = $part_of)
),
shown AS (
    SELECT *, count(*) OVER () AS found
    FROM chosen
    ORDER BY coalesce(start_date, end_date) DESC NULLS LAST, meeting_id
    LIMIT $most OFFSET $skipped
),
parties AS (
    SELECT
        party.meeting_id,
        list(struct_pack(person_id := party.person_id, person := party.person, organization_id := party.organization_id,
                         organization := party.organization, role := party.role, country_code := party.country_code)
             ORDER BY party.ordinal) AS parties
    FROM reporting.meeting_participants AS party
    WHERE party.meeting_id IN (SELECT meeting_id FROM shown)
    GROUP BY party.meeting_id
)
SELECT shown.*, coalesce(parties.parties, []) AS parties
FROM shown
LEFT JOIN parties USING (meeting_id)
ORDER BY coalesce(shown.start_date, shown.end_date) DESC NULLS LAST, shown.meeting_id
