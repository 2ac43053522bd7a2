-- One row per organization with the other names that documents use.
SELECT
    body.organization_id,
    body.name,
    body.kind,
    body.country_code,
    body.parent_organization_id,
    body.wikidata_id,
    coalesce(list(name.name ORDER BY name.name) FILTER (name.kind = 'alias'), []) AS aliases,
    coalesce(list(name.name ORDER BY name.name) FILTER (name.kind = 'short'), []) AS short_names
FROM reporting.organizations AS body
LEFT JOIN reporting.organization_names AS name USING (organization_id)
GROUP BY ALL
ORDER BY body.organization_id
