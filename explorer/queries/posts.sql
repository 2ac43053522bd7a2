-- Posts that a person held, or that belong to an organization, the latest first.
SELECT *
FROM reporting.person_positions
WHERE CASE WHEN $of = 'person' THEN person_id ELSE organization_id END = $id
ORDER BY coalesce(valid_to, last_seen) DESC NULLS LAST, coalesce(valid_from, first_seen) DESC NULLS LAST, title, person
