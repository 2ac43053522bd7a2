-- Whom a person met in meetings that were held, the most often first.
SELECT
    CASE WHEN person_a_id = $id THEN person_b_id ELSE person_a_id END AS person_id,
    CASE WHEN person_a_id = $id THEN person_b ELSE person_a END AS name,
    CASE WHEN person_a_id = $id THEN country_b ELSE country_a END AS country_code,
    meetings,
    first_met,
    last_met
FROM reporting.who_met_whom
WHERE person_a_id = $id OR person_b_id = $id
ORDER BY meetings DESC, last_met DESC NULLS LAST, name
