-- One meeting, with who took part, to be named.
SELECT
    meeting.*,
    (SELECT coalesce(list(struct_pack(person := party.person, organization := party.organization, role := party.role,
                                      country_code := party.country_code) ORDER BY party.ordinal), [])
     FROM reporting.meeting_participants AS party WHERE party.meeting_id = $id) AS parties
FROM reporting.meetings AS meeting
WHERE meeting.meeting_id = $id
