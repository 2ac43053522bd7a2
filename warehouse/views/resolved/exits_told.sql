-- Who is told to have died or left a post, by which day.
--
-- version_id: Internal key of the version.
-- document_id: Id of the document.
-- person: Id of the person who is meant.
-- person_account: Internal key of the person, as the document has it.
-- by_day: Day by which it had happened.
-- because: died or left.
-- is_day: Whether the words give it as the very day.
-- char_start: First code point of the words.
-- char_end: Code point after the last one.
SELECT
    gone.version_id,
    version.document_id,
    meant.key AS person,
    gone.person_id AS person_account,
    gone.by_day,
    gone.because,
    gone.is_day,
    gone.char_start,
    gone.char_end
FROM (
    SELECT death.version_id, death.person_id, death.died_on AS by_day, 'died' AS because,
        coalesce(death.is_day, false) AS is_day, death.char_start, death.char_end
    FROM main.person_deaths AS death
    UNION ALL
    SELECT leave.version_id, leave.person_id, leave.left_by, 'left', false, leave.char_start, leave.char_end
    FROM main.person_leaves AS leave
) AS gone
JOIN resolved.versions AS version USING (version_id)
JOIN resolved.person_accounts AS person ON person.version_id = gone.version_id AND person.account_key = gone.person_id
JOIN main.people AS meant ON meant.person_id = person.person_key
