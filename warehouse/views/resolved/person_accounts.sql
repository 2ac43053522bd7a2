-- What the documents say of each person, with the person that is meant.
--
-- version_id: Internal key of the version.
-- account_key: Internal key that the account names.
-- person_key: Internal key of the person that is meant.
-- name: Fullest name that the document uses.
-- country_code: Country that the document assigns.
-- seen_on: Day that the document speaks from.
SELECT
    account.version_id,
    account.person_id AS account_key,
    coalesce(link.resolved_person_id, account.person_id) AS person_key,
    account.name,
    account.country_code,
    version.seen_on
FROM main.person_accounts AS account
JOIN resolved.versions AS version USING (version_id)
LEFT JOIN main.person_links AS link
    ON link.version_id = account.version_id AND link.person_id = account.person_id
    AND resolved.holds(link.run_id, link.ended_run_id)
