-- One row per post held by one person.
--
-- person_id: Id of the person.
-- person: Name of the person.
-- title: Title of the post as stated.
-- organization_id: Id of the organization that the post belongs to.
-- organization: Name of that organization.
-- country_code: Country that the post serves.
-- is_former: Whether the text calls it a former post.
-- valid_from: First day in office, where known.
-- valid_to: Last day in office, where known.
-- first_seen: Earliest day of a document that states the post.
-- last_seen: Latest such day.
-- position_id: Stable id of the post, the fact_id of its evidence.
WITH stated AS (
    SELECT piece.position_key, min(piece.seen_on) AS first_seen, max(piece.seen_on) AS last_seen
    FROM resolved.evidence AS piece
    WHERE piece.position_key IS NOT NULL
    GROUP BY piece.position_key
)
SELECT
    person.person_id,
    person.name AS person,
    post.title,
    organization.organization_id,
    organization.name AS organization,
    post.country_code,
    post.is_former,
    post.valid_from,
    post.valid_to,
    stated.first_seen,
    stated.last_seen,
    post.key AS position_id
FROM stated
JOIN main.positions AS post ON post.position_id = stated.position_key
JOIN resolved.people AS person ON person.person_key = post.person_id
LEFT JOIN resolved.organizations AS organization ON organization.organization_key = post.organization_id
