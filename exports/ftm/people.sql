-- One row per person with the other names that documents use.
SELECT
    person.person_id,
    person.name,
    person.country_code,
    person.current_title,
    person.current_organization,
    person.died_on,
    person.wikidata_id,
    coalesce(list(name.name ORDER BY name.name) FILTER (name.kind = 'alias'), []) AS aliases,
    coalesce(list(name.name ORDER BY name.name) FILTER (name.kind = 'short'), []) AS short_names
FROM reporting.people AS person
LEFT JOIN reporting.person_names AS name USING (person_id)
GROUP BY ALL
ORDER BY person.person_id
