-- People, in the columns that are compared.
SELECT
    person.person_id AS id,
    concat(person.name, ' (' || person.current_title || ')') AS label,
    person.name,
    person.country_code,
    person.died_on,
    person.wikidata_id
FROM temp.main.shown_people AS person
