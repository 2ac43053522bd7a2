-- One row per organization that a document speaks of, as the accounts or the reference data
-- have it, or as somebody corrected it.
--
-- organization_key: Internal key.
-- organization_id: Id of the organization.
-- name: Usual name.
-- kind: Kind of body.
-- country_code: Country that it belongs to.
-- parent_organization_id: Id of the body that it is part of.
-- wikidata_id: Item in Wikidata.
-- first_seen: Earliest day of a document that speaks of it.
-- last_seen: Latest such day.
SELECT
    told.organization_key,
    told.organization_id,
    coalesce(nullif(fix.name, ''), told.name) AS name,
    coalesce(nullif(fix.kind, ''), told.kind) AS kind,
    nullif(coalesce(fix.country_code, told.country_code), '') AS country_code,
    told.parent_organization_id,
    nullif(fix.wikidata_id, '') AS wikidata_id,
    told.first_seen,
    told.last_seen
FROM resolved.machine_organizations AS told
LEFT JOIN resolved.corrected AS fix ON fix.corrected_kind = 'organization' AND fix.id = told.organization_id
