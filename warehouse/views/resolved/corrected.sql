-- Values that somebody corrected, a row for each thing, as text; an empty text where there is to be none, NULL where the machine's
-- value stands.
--
-- corrected_kind: person, organization, meeting, agreement or position.
-- id: Id of the thing, as it is shown.
-- name: Name.
-- kind: Kind.
-- country_code: Country.
-- died_on: Day of death.
-- wikidata_id: Item in Wikidata.
-- status: Status.
-- start_date: First possible day.
-- end_date: Last possible day.
-- date_precision: How finely the date is known.
-- place: Place.
-- title: Title.
-- subject: Subject.
-- valid_from: First day in office.
-- valid_to: Last day in office.
SELECT
    fix.kind AS corrected_kind,
    fix.id,
    max(coalesce(fix.value, '')) FILTER (fix.field = 'name') AS name,
    max(coalesce(fix.value, '')) FILTER (fix.field = 'kind') AS kind,
    max(coalesce(fix.value, '')) FILTER (fix.field = 'country_code') AS country_code,
    max(coalesce(fix.value, '')) FILTER (fix.field = 'died_on') AS died_on,
    max(coalesce(fix.value, '')) FILTER (fix.field = 'wikidata_id') AS wikidata_id,
    max(coalesce(fix.value, '')) FILTER (fix.field = 'status') AS status,
    max(coalesce(fix.value, '')) FILTER (fix.field = 'start_date') AS start_date,
    max(coalesce(fix.value, '')) FILTER (fix.field = 'end_date') AS end_date,
    max(coalesce(fix.value, '')) FILTER (fix.field = 'date_precision') AS date_precision,
    max(coalesce(fix.value, '')) FILTER (fix.field = 'place') AS place,
    max(coalesce(fix.value, '')) FILTER (fix.field = 'title') AS title,
    max(coalesce(fix.value, '')) FILTER (fix.field = 'subject') AS subject,
    max(coalesce(fix.value, '')) FILTER (fix.field = 'valid_from') AS valid_from,
    max(coalesce(fix.value, '')) FILTER (fix.field = 'valid_to') AS valid_to
FROM main.corrections AS fix
WHERE resolved.holds(fix.run_id, fix.ended_run_id) AND fix.field NOT IN ('rejected', 'accepted')
GROUP BY fix.kind, fix.id
