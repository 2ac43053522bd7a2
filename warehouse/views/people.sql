-- One row per person.
--
-- person_id: Stable id of the person.
-- name: Fullest name that the documents use.
-- country_code: Country of the person, ISO 3166-1 alpha-2.
-- current_title: Title of the post seen last that is not a former one.
-- current_organization: Organization of that post.
-- died_on: Day of death, where known; else the day by which documents have the person dead.
-- wikidata_id: Item in Wikidata, where known.
-- first_seen: Earliest day of a document that speaks of the person; else of a meeting that the person took part in.
-- last_seen: Latest such day.
-- mentions: Number of stretches of text that denote the person.
-- meetings: Number of meetings that the person takes part in.
WITH mentioned AS (
    SELECT mention.entity_id AS person_id, count(*) AS mentions
    FROM reporting.mentions AS mention
    WHERE mention.entity_kind = 'person'
    GROUP BY mention.entity_id
),
met AS (
    SELECT
        participant.person_id,
        count(DISTINCT participant.meeting_id) AS meetings,
        min(meeting.start_date) AS first_met,
        max(meeting.end_date) AS last_met
    FROM reporting.meeting_participants AS participant
    JOIN reporting.meetings AS meeting USING (meeting_id)
    GROUP BY participant.person_id
),
posts AS (
    SELECT post.person_id, post.title, post.organization
    FROM reporting.person_positions AS post
    WHERE NOT post.is_former
    QUALIFY row_number() OVER (
        PARTITION BY post.person_id
        ORDER BY
            post.last_seen DESC NULLS LAST, post.organization IS NULL, length(post.title) DESC, post.title, post.organization
    ) = 1
)
SELECT
    person.person_id,
    person.name,
    person.country_code,
    posts.title AS current_title,
    posts.organization AS current_organization,
    person.died_on,
    person.wikidata_id,
    coalesce(person.first_seen, met.first_met) AS first_seen,
    coalesce(person.last_seen, met.last_met) AS last_seen,
    coalesce(mentioned.mentions, 0) AS mentions,
    coalesce(met.meetings, 0) AS meetings
FROM resolved.people AS person
LEFT JOIN mentioned ON mentioned.person_id = person.person_id
LEFT JOIN met ON met.person_id = person.person_id
LEFT JOIN posts ON posts.person_id = person.person_id
