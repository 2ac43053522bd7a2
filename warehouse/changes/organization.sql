-- Organizations, in the columns that are compared.
SELECT
    organization.organization_id AS id,
    organization.name AS label,
    organization.name,
    organization.kind,
    organization.country_code,
    organization.wikidata_id
FROM temp.main.shown_organizations AS organization
