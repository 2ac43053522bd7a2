-- One row per known name of an organization.
--
-- organization_id: Id of the organization.
-- name: The name.
-- kind: canonical for the name shown, short for a single word, alias for any other.
WITH named AS (
    SELECT account.organization_key, account.name
    FROM resolved.organization_accounts AS account
    UNION
    SELECT account.organization_key, form.form
    FROM main.organization_forms AS form
    JOIN resolved.organization_accounts AS account
        ON account.version_id = form.version_id AND account.account_key = form.organization_id
    UNION
    SELECT reference.organization_id, reference.name
    FROM main.organization_names AS reference
    UNION
    SELECT profile.organization_id, profile.name
    FROM main.organization_profiles AS profile
    UNION
    SELECT body.organization_key, body.name
    FROM resolved.organizations AS body
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
JOIN resolved.organizations AS organization ON organization.organization_key = named.organization_key
