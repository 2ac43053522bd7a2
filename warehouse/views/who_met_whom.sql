-- One row per pair of people who took part in the same held meeting. The one whose id comes first in the alphabet is person a.
--
-- person_a_id: Id of the one person.
-- person_a: Name of the one person.
-- country_a: Country that the one person acted for; where it differs between meetings, the last code in the alphabet.
-- person_b_id: Id of the other person.
-- person_b: Name of the other person.
-- country_b: The same of the other person.
-- meetings: Number of meetings that both took part in.
-- first_met: First day of the earliest of them.
-- last_met: Last day of the latest of them.
-- first_meeting_id: Id of the earliest of them.
-- last_meeting_id: Id of the latest of them.
SELECT
    a.person_id AS person_a_id,
    any_value(a.person) AS person_a,
    max(a.country_code) AS country_a,
    b.person_id AS person_b_id,
    any_value(b.person) AS person_b,
    max(b.country_code) AS country_b,
    count(DISTINCT meeting.meeting_id) AS meetings,
    min(meeting.start_date) AS first_met,
    max(meeting.end_date) AS last_met,
    first(meeting.meeting_id ORDER BY meeting.start_date, meeting.end_date, meeting.meeting_id) AS first_meeting_id,
    first(meeting.meeting_id ORDER BY meeting.end_date DESC NULLS LAST, meeting.start_date DESC NULLS LAST, meeting.meeting_id)
        AS last_meeting_id
FROM reporting.meetings AS meeting
JOIN reporting.meeting_participants AS a USING (meeting_id)
JOIN reporting.meeting_participants AS b ON b.meeting_id = meeting.meeting_id AND b.person_id > a.person_id
WHERE meeting.status = 'held'
GROUP BY a.person_id, b.person_id
