-- One row per month and pair of countries that took part in the same held meeting; the codes in alphabetical order.
--
-- month: First day of the month; NULL where no date is known.
-- country_a: Code of the one country.
-- country_b: Code of the other country.
-- meetings: Number of meetings.
-- country_a_name: Name of the one country.
-- country_b_name: Name of the other country.
WITH present AS (
    SELECT DISTINCT
        meeting.meeting_id,
        CAST(date_trunc('month', coalesce(meeting.start_date, meeting.end_date)) AS DATE) AS month,
        participant.country_code
    FROM reporting.meetings AS meeting
    JOIN reporting.meeting_participants AS participant USING (meeting_id)
    WHERE meeting.status = 'held' AND participant.country_code IS NOT NULL
)
SELECT
    a.month,
    a.country_code AS country_a,
    b.country_code AS country_b,
    count(*) AS meetings,
    any_value(name_a.name) AS country_a_name,
    any_value(name_b.name) AS country_b_name
FROM present AS a
JOIN present AS b ON b.meeting_id = a.meeting_id AND b.country_code > a.country_code
LEFT JOIN reporting.countries AS name_a ON name_a.country_code = a.country_code
LEFT JOIN reporting.countries AS name_b ON name_b.country_code = b.country_code
GROUP BY a.month, a.country_code, b.country_code
