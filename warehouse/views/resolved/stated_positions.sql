-- Posts as documents state them, with the person and the body that are meant; posts that say the same of one person are one.
-- Those that somebody rejected are among them.
--
-- version_id: Internal key of the version that states it.
-- account_key: Internal key of the post as the document has it.
-- position_id: Id of the post: of those that say the same the first in the alphabet, of documents that name the person by the
--   person's own id where there are such. Where posts of several people or bodies would have one id, all but one have an id made
--   from it and both.
-- person_key: Internal key of the person who is meant.
-- organization_key: Internal key of the body.
-- title: Title as stated.
-- country_code: Country that it serves.
-- is_former: Whether the text calls it a former post.
-- seen_on: Day that the document speaks from.
WITH stated AS (
    SELECT DISTINCT piece.version_id, piece.position_id
    FROM main.evidence AS piece
    WHERE piece.position_id IS NOT NULL
),
meant AS (
    SELECT
        stated.version_id,
        post.position_id AS account_key,
        post.key,
        person.person_key,
        coalesce(link.resolved_organization_id, post.organization_id) AS organization_key,
        person.person_key = post.person_id AS names_person,
        link.resolved_organization_id IS NULL AS names_body,
        post.title,
        post.country_code,
        post.is_former,
        person.seen_on
    FROM stated
    JOIN main.positions AS post USING (position_id)
    JOIN resolved.person_accounts AS person ON person.version_id = stated.version_id AND person.account_key = post.person_id
    LEFT JOIN main.organization_links AS link
        ON link.version_id = stated.version_id AND link.organization_id = post.organization_id
        AND resolved.holds(link.run_id, link.ended_run_id)
),
alike AS (
    SELECT
        meant.* EXCLUDE (title),
        min(meant.title) OVER same_post AS title,
        coalesce(min(meant.key) FILTER (meant.names_person) OVER same_post, min(meant.key) OVER same_post) AS first_key,
        bool_or(meant.names_person) OVER same_post AS has_person,
        bool_or(meant.names_body) OVER same_post AS has_body
    FROM meant
    WINDOW same_post AS (
        PARTITION BY meant.person_key, lower(meant.title), meant.organization_key, meant.country_code, meant.is_former
    )
)
SELECT
    alike.version_id,
    alike.account_key,
    CASE
        WHEN dense_rank() OVER (
            PARTITION BY alike.first_key
            ORDER BY NOT alike.has_person, NOT alike.has_body, person.key, body.key NULLS FIRST
        ) = 1 THEN alike.first_key
        ELSE left(sha256(concat_ws('|', alike.first_key, person.key, body.key)), 16)
    END AS position_id,
    alike.person_key,
    alike.organization_key,
    alike.title,
    alike.country_code,
    alike.is_former,
    alike.seen_on
FROM alike
JOIN main.people AS person ON person.person_id = alike.person_key
LEFT JOIN main.organizations AS body ON body.organization_id = alike.organization_key
