-- One row per known name of a person.
--
-- person_id: Id of the person.
-- name: The name.
-- kind: canonical for the name shown, short for a single word, alias for any other.
WITH named AS (
    SELECT account.person_key, account.name
    FROM resolved.person_accounts AS account
    UNION
    SELECT account.person_key, form.form
    FROM main.person_forms AS form
    JOIN resolved.person_accounts AS account ON account.version_id = form.version_id AND account.account_key = form.person_id
    UNION
    SELECT person.person_key, person.name
    FROM resolved.people AS person
)
SELECT
    person.person_id,
    named.name,
    CASE
        WHEN named.name = person.name THEN 'canonical'
        WHEN contains(named.name, ' ') THEN 'alias'
        ELSE 'short'
    END AS kind
FROM named
JOIN resolved.people AS person ON person.person_key = named.person_key
