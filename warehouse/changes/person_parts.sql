-- The posts that people hold now.
SELECT person.person_id AS id, 'current_title' AS field, '' AS member, person.current_title AS told, person.current_title AS words
FROM temp.main.shown_people AS person
WHERE person.current_title IS NOT NULL
UNION ALL
SELECT
    person.person_id,
    'current_organization',
    '',
    current_id('organization', post.organization_id),
    person.current_organization
FROM temp.main.shown_people AS person
JOIN temp.main.shown_person_positions AS post
    ON post.person_id = person.person_id AND post.title = person.current_title AND post.organization = person.current_organization
    AND NOT post.is_former
