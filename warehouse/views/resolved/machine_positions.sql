-- One row per post held by one person, before anything is corrected.
--
-- position_id: Id of the post.
-- person_key: Internal key of the person.
-- organization_key: Internal key of the body.
-- title: Title as stated.
-- country_code: Country that it serves.
-- is_former: Whether the text calls it a former post.
-- first_seen: Earliest day of a document that states it.
-- last_seen: Latest such day.
-- valid_to: Last day on which it can have been held, where a document has the person leave it, or die in it.
SELECT
    post.position_id,
    any_value(post.person_key) AS person_key,
    any_value(post.organization_key) AS organization_key,
    any_value(post.title) AS title,
    any_value(post.country_code) AS country_code,
    any_value(post.is_former) AS is_former,
    min(post.seen_on) AS first_seen,
    max(post.seen_on) AS last_seen,
    max(gone.valid_to) AS valid_to
FROM resolved.positions AS post
LEFT JOIN main.position_ends AS gone
    ON gone.version_id = post.version_id AND gone.position_id = post.account_key
    AND resolved.holds(gone.run_id, gone.ended_run_id)
GROUP BY post.position_id
