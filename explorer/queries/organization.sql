-- One organization, with the one that it belongs to.
SELECT body.*, parent.name AS parent
FROM reporting.organizations AS body
LEFT JOIN reporting.organizations AS parent ON parent.organization_id = body.parent_organization_id
WHERE body.organization_id = $id
