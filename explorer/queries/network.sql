-- Pairs of people who met in meetings that were held and pass the filters, the most often first, and how many there are in all.
WITH chosen AS (
    SELECT meeting.meeting_id, meeting.start_date, meeting.end_date
    FROM reporting.meetings AS meeting
    WHERE meeting.status = 'held'
        AND coalesce(meeting.end_date, meeting.start_date) >= $first::DATE IS NOT FALSE
        AND coalesce(meeting.start_date, meeting.end_date) <= $last::DATE IS NOT FALSE
        AND ($first::DATE IS NULL AND $last::DATE IS NULL OR coalesce(meeting.start_date, meeting.end_date) IS NOT NULL)
        AND ($country::VARCHAR IS NULL
            OR meeting.meeting_id IN (SELECT meeting_id FROM reporting.meeting_participants WHERE country_code = $country))
),
present AS (
    SELECT meeting_id, person_id, any_value(person) AS person, max(country_code) AS country_code
    FROM reporting.meeting_participants
    WHERE person_id IS NOT NULL AND meeting_id IN (SELECT meeting_id FROM chosen)
    GROUP BY meeting_id, person_id
),
pairs AS (
    SELECT
        one.person_id AS one_id,
        any_value(one.person) AS one,
        max(one.country_code) AS one_country,
        other.person_id AS other_id,
        any_value(other.person) AS other,
        max(other.country_code) AS other_country,
        count(DISTINCT chosen.meeting_id) AS meetings,
        min(chosen.start_date) AS first_met,
        max(chosen.end_date) AS last_met
    FROM chosen
    JOIN present AS one USING (meeting_id)
    JOIN present AS other ON other.meeting_id = chosen.meeting_id AND other.person_id > one.person_id
    GROUP BY one.person_id, other.person_id
)
SELECT
    *,
    count(*) OVER () AS pairs,
    (SELECT count(*) FROM (SELECT one_id FROM pairs UNION SELECT other_id FROM pairs)) AS people
FROM pairs
ORDER BY meetings DESC, last_met DESC NULLS LAST, one, other, one_id, other_id
LIMIT $most
