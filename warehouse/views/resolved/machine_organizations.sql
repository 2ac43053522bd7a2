-- One row per organization that a document speaks of, before anything is corrected. Reference data wins; else the longest name, as
-- with people.
--
-- organization_key: Internal key.
-- organization_id: Id of the organization.
-- name: Usual name.
-- kind: Kind of body.
-- country_code: Country that it belongs to.
-- parent_organization_id: Id of the body that it is part of.
-- first_seen: Earliest day of a document that speaks of it.
-- last_seen: Latest such day.
WITH accounts AS (
    SELECT
        account.organization_key,
        first(account.name ORDER BY length(account.name) DESC, account.name) AS name,
        first(account.kind ORDER BY account.kind = 'other', length(account.name) DESC, account.name, account.kind) AS kind,
        first(account.country_code ORDER BY account.country_code IS NULL, length(account.name) DESC, account.name,
              account.country_code) AS country_code,
        first(parent.key ORDER BY parent.key IS NULL, length(account.name) DESC, account.name, parent.key) AS parent_key,
        min(account.seen_on) AS first_seen,
        max(account.seen_on) AS last_seen
    FROM resolved.organization_accounts AS account
    LEFT JOIN main.organizations AS parent ON parent.organization_id = account.parent_key
    GROUP BY account.organization_key
)
SELECT
    accounts.organization_key,
    organization.key AS organization_id,
    coalesce(profile.name, accounts.name) AS name,
    coalesce(profile.kind, accounts.kind) AS kind,
    CASE WHEN profile.name IS NULL THEN accounts.country_code ELSE profile.country_code END AS country_code,
    coalesce(parent.key, accounts.parent_key) AS parent_organization_id,
    accounts.first_seen,
    accounts.last_seen
FROM accounts
JOIN main.organizations AS organization ON organization.organization_id = accounts.organization_key
LEFT JOIN main.organization_profiles AS profile ON profile.organization_id = accounts.organization_key
LEFT JOIN main.organizations AS parent ON parent.organization_id = profile.parent_organization_id
