-- One row per person that a document speaks of, with the name and country that the accounts agree on.
-- The longest name counts; of equally long ones the first in the alphabet. The country is that of the account with this name.
--
-- person_key: Internal key.
-- person_id: Id of the person.
-- name: Fullest name.
-- country_code: Country of the person.
-- first_seen: Earliest day of a document that speaks of the person.
-- last_seen: Latest such day.
SELECT
    account.person_id AS person_key,
    any_value(person.key) AS person_id,
    first(account.name ORDER BY length(account.name) DESC, account.name) AS name,
    first(account.country_code
          ORDER BY account.country_code IS NULL, length(account.name) DESC, account.name, account.country_code) AS country_code,
    min(version.seen_on) AS first_seen,
    max(version.seen_on) AS last_seen
FROM main.person_accounts AS account
JOIN resolved.versions AS version USING (version_id)
JOIN main.people AS person ON person.person_id = account.person_id
GROUP BY account.person_id
