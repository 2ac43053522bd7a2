-- What organizations refer to.
SELECT
    organization.organization_id AS id,
    'parent_organization' AS field,
    '' AS member,
    current_id('organization', organization.parent_organization_id) AS told,
    coalesce(parent.name, organization.parent_organization_id) AS words
FROM temp.main.shown_organizations AS organization
LEFT JOIN temp.main.shown_organizations AS parent ON parent.organization_id = organization.parent_organization_id
WHERE organization.parent_organization_id IS NOT NULL
