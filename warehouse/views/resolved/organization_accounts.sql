-- What the documents say of each organization, with the organization that is meant.
--
-- version_id: Internal key of the version.
-- account_key: Internal key that the account names.
-- organization_key: Internal key of the organization that is meant.
-- name: Fullest name that the document uses.
-- kind: Kind of body.
-- country_code: Country that the document assigns.
-- parent_key: Internal key of the body that it is part of, as the document has it.
-- seen_on: Day that the document speaks from.
SELECT
    account.version_id,
    account.organization_id AS account_key,
    coalesce(link.resolved_organization_id, account.organization_id) AS organization_key,
    account.name,
    account.kind,
    account.country_code,
    coalesce(parent.resolved_organization_id, account.parent_organization_id) AS parent_key,
    version.seen_on
FROM main.organization_accounts AS account
JOIN resolved.versions AS version USING (version_id)
LEFT JOIN main.organization_links AS link
    ON link.version_id = account.version_id AND link.organization_id = account.organization_id
    AND resolved.holds(link.run_id, link.ended_run_id)
LEFT JOIN main.organization_links AS parent
    ON parent.version_id = account.version_id AND parent.organization_id = account.parent_organization_id
    AND resolved.holds(parent.run_id, parent.ended_run_id)
