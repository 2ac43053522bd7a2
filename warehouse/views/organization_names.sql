-- One row per known name of an organization.
--
-- organization_id: Id of the organization.
-- name: The name.
-- kind: canonical for the name shown, short for a single word, alias for any other.
WITH named AS (
    SELECT account.organization_id, account.name
    FROM main.organization_accounts AS account
    JOIN resolved.versions AS version USING (version_id)
    UNION
    SELECT form.organization_id, form.form
    FROM main.organization_forms AS form
    JOIN resolved.versions AS version USING (version_id)
    UNION
    SELECT reference.organization_id, reference.name
    FROM main.organization_names AS reference
    UNION
    SELECT profile.organization_id, profile.name
    FROM main.organization_profiles AS profile
)
SELECT
    organization.organization_id,
    named.name,
    CASE
        WHEN named.name = organization.name THEN 'canonical'
        WHEN contains(named.name, ' ') THEN 'alias'
        ELSE 'short'
    END AS kind
FROM named
JOIN resolved.organizations AS organization ON organization.organization_key = named.organization_id
