-- One row per person that a document speaks of, with what the accounts agree on, before anything is corrected.
-- The longest name counts; of equally long ones the first in the alphabet. The country is that of the account with this name.
--
-- person_key: Internal key.
-- name: Fullest name.
-- country_code: Country of the person.
-- died_on: Day of the death, else the day by which the documents have the person dead.
-- first_seen: Earliest day of a document that speaks of the person.
-- last_seen: Latest such day.
SELECT
    account.person_key,
    first(account.name ORDER BY length(account.name) DESC, account.name) AS name,
    first(account.country_code
          ORDER BY account.country_code IS NULL, length(account.name) DESC, account.name, account.country_code)
        AS country_code,
    coalesce(min(death.died_on) FILTER (death.is_day), min(death.died_on)) AS died_on,
    min(account.seen_on) AS first_seen,
    max(account.seen_on) AS last_seen
FROM resolved.person_accounts AS account
LEFT JOIN main.person_deaths AS death ON death.version_id = account.version_id AND death.person_id = account.account_key
GROUP BY account.person_key
