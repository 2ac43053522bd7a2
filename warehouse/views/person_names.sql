-- One row per known name of a person.
--
-- person_id: Id of the person.
-- name: The name.
-- kind: canonical for the name shown, short for a single word, alias for any other.
WITH named AS (
    SELECT account.person_id, account.name
    FROM main.person_accounts AS account
    JOIN resolved.versions AS version USING (version_id)
    UNION
    SELECT form.person_id, form.form
    FROM main.person_forms AS form
    JOIN resolved.versions AS version USING (version_id)
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
JOIN resolved.people AS person ON person.person_key = named.person_id
