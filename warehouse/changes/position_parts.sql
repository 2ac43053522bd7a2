-- What posts refer to.
SELECT
    post.position_id AS id,
    'person' AS field,
    '' AS member,
    current_id('person', post.person_id) AS told,
    post.person AS words
FROM temp.main.shown_person_positions AS post
UNION ALL
SELECT
    post.position_id,
    'organization',
    '',
    current_id('organization', post.organization_id),
    post.organization
FROM temp.main.shown_person_positions AS post
WHERE post.organization_id IS NOT NULL
