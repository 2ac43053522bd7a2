-- A person, those whom he or she met most often, and who of them met each other: pairs, the most often first.
WITH near AS (
    SELECT CASE WHEN person_a_id = $id THEN person_b_id ELSE person_a_id END AS person_id
    FROM reporting.who_met_whom
    WHERE person_a_id = $id OR person_b_id = $id
    ORDER BY meetings DESC, last_met DESC NULLS LAST, person_id
    LIMIT $most
),
circle AS (
    FROM near
    UNION ALL
    SELECT $id
)
SELECT
    person_a_id AS one_id,
    person_a AS one,
    country_a AS one_country,
    person_b_id AS other_id,
    person_b AS other,
    country_b AS other_country,
    meetings,
    first_met,
    last_met,
    count(*) OVER () AS pairs,
    (SELECT count(*) FROM circle) AS people
FROM reporting.who_met_whom
WHERE person_a_id IN (FROM circle) AND person_b_id IN (FROM circle)
ORDER BY (person_a_id = $id OR person_b_id = $id) DESC, meetings DESC, one, other
