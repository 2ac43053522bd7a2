-- One row per person that a document speaks of, as the accounts have it, or as somebody corrected it.
--
-- person_key: Internal key.
-- person_id: Id of the person.
-- name: Fullest name.
-- country_code: Country of the person.
-- died_on: Day of the death, else the day by which the documents have the person dead.
-- wikidata_id: Item in Wikidata.
-- first_seen: Earliest day of a document that speaks of the person.
-- last_seen: Latest such day.
SELECT
    told.person_key,
    person.key AS person_id,
    coalesce(nullif(fix.name, ''), told.name) AS name,
    nullif(coalesce(fix.country_code, told.country_code), '') AS country_code,
    CAST(nullif(coalesce(fix.died_on, CAST(told.died_on AS VARCHAR)), '') AS DATE) AS died_on,
    nullif(fix.wikidata_id, '') AS wikidata_id,
    told.first_seen,
    told.last_seen
FROM resolved.machine_people AS told
JOIN main.people AS person ON person.person_id = told.person_key
LEFT JOIN resolved.corrected AS fix ON fix.corrected_kind = 'person' AND fix.id = person.key
