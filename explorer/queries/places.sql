-- Places of meetings that pass the filters, those of most meetings first.
SELECT
    place.place_id,
    any_value(place.place) AS place,
    any_value(place.country_code) AS country_code,
    any_value(place.latitude) AS latitude,
    any_value(place.longitude) AS longitude,
    count(DISTINCT meeting.meeting_id) AS meetings,
    min(meeting.start_date) AS first_met,
    max(meeting.end_date) AS last_met
FROM reporting.meetings AS meeting
JOIN reporting.meeting_places AS place USING (meeting_id)
WHERE place.place IS NOT NULL
    AND ($status::VARCHAR IS NULL OR meeting.status = $status)
    AND coalesce(meeting.end_date, meeting.start_date) >= $first::DATE IS NOT FALSE
    AND coalesce(meeting.start_date, meeting.end_date) <= $last::DATE IS NOT FALSE
    AND ($first::DATE IS NULL AND $last::DATE IS NULL OR coalesce(meeting.start_date, meeting.end_date) IS NOT NULL)
    AND ($country::VARCHAR IS NULL OR place.country_code = $country
        OR meeting.meeting_id IN (SELECT meeting_id FROM reporting.meeting_participants WHERE country_code = $country))
GROUP BY place.place_id
ORDER BY meetings DESC, place
