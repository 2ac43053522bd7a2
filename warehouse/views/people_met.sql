-- One row per person, other person, and held meeting that both took part in: each pair from either side.
--
-- person_id: Id of the person.
-- person: Name of the person.
-- country_code: Country that the person acted for.
-- met_id: Id of the other person.
-- met: Name of the other person.
-- met_country_code: Country that the other person acted for.
-- meeting_id: Id of the meeting.
-- kind: meeting, call, visit or conference.
-- start_date: First possible day.
-- end_date: Last possible day, inclusive.
-- place: First place of the meeting.
SELECT
    one.person_id,
    one.person,
    one.country_code,
    other.person_id AS met_id,
    other.person AS met,
    other.country_code AS met_country_code,
    meeting.meeting_id,
    meeting.kind,
    meeting.start_date,
    meeting.end_date,
    meeting.place
FROM reporting.meetings AS meeting
JOIN reporting.meeting_participants AS one USING (meeting_id)
JOIN reporting.meeting_participants AS other ON other.meeting_id = meeting.meeting_id AND other.person_id <> one.person_id
WHERE meeting.status = 'held'
