-- One row per dated or undated thing that a person took part in or was: meetings, agreements and posts.
--
-- person_id: Id of the person.
-- person: Name of the person.
-- start_date: First possible day; for a post the first day that a document states it.
-- end_date: Last possible day.
-- fact_kind: meeting, agreement or position.
-- fact_id: Id of the fact.
-- kind: Kind of meeting or agreement; former or held for a post.
-- status: Status of the meeting or agreement.
-- description: With whom, about what, or which post.
-- place: First place of the meeting.
WITH others AS (
    SELECT
        one.meeting_id,
        one.person_id,
        string_agg(coalesce(other.person, other.organization, other.role, other.country_code), ', ' ORDER BY other.ordinal)
            AS description
    FROM reporting.meeting_participants AS one
    JOIN reporting.meeting_participants AS other ON other.meeting_id = one.meeting_id AND other.ordinal <> one.ordinal
    WHERE one.person_id IS NOT NULL
    GROUP BY one.meeting_id, one.person_id
)
SELECT
    participant.person_id,
    participant.person,
    meeting.start_date,
    meeting.end_date,
    'meeting' AS fact_kind,
    meeting.meeting_id AS fact_id,
    meeting.kind,
    meeting.status,
    coalesce(others.description, meeting.title) AS description,
    meeting.place
FROM reporting.meeting_participants AS participant
JOIN reporting.meetings AS meeting ON meeting.meeting_id = participant.meeting_id
LEFT JOIN others ON others.meeting_id = participant.meeting_id AND others.person_id = participant.person_id
WHERE participant.person_id IS NOT NULL
UNION ALL
SELECT
    party.person_id,
    party.person,
    agreement.start_date,
    agreement.end_date,
    'agreement',
    agreement.agreement_id,
    agreement.kind,
    agreement.status,
    agreement.subject,
    NULL
FROM reporting.agreement_parties AS party
JOIN reporting.agreements AS agreement ON agreement.agreement_id = party.agreement_id
WHERE party.person_id IS NOT NULL
UNION ALL
SELECT
    post.person_id,
    post.person,
    coalesce(post.valid_from, post.first_seen),
    coalesce(post.valid_to, post.last_seen),
    'position',
    post.position_id,
    CASE WHEN post.is_former THEN 'former' ELSE 'held' END,
    NULL,
    concat_ws(', ', post.title, post.organization),
    NULL
FROM reporting.person_positions AS post
