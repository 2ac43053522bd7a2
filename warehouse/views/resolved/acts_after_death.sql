-- Meetings that somebody is told to have held after a death: the dead person's own, and those of people who are proposed to be
-- the dead one.
--
-- person: Id of the dead person.
-- name: Name of the dead person.
-- died_by: Day by which a document has the person dead.
-- document_id: Id of that document.
-- version_id: Internal key of its version.
-- char_start: First code point of the words that say so.
-- char_end: Code point after the last one.
-- actor: Id of who acts.
-- actor_name: Name of who acts.
-- likely: How likely both are one, 1 where they are.
-- act_day: Day of the meeting.
-- act_stated: Whether the words state the day.
-- act_document_id: Id of the document that tells of it.
-- act_version_id: Internal key of its version.
-- act_start: First code point of the words that tell of it.
-- act_end: Code point after the last one.
WITH death AS (
    SELECT * FROM resolved.exits_told WHERE because = 'died'
),
proposed AS (
    SELECT one.id AS left_id, other.id AS right_id, max(pair.score) AS likely
    FROM main.matches AS pair
    JOIN resolved.account_ids AS one ON one.kind = 'person' AND one.document_id = pair.left_document AND one.key = pair.left_key
    JOIN resolved.account_ids AS other
        ON other.kind = 'person' AND other.document_id = pair.right_document AND other.key = pair.right_key
    WHERE pair.kind = 'person' AND pair.outcome = 'proposed' AND resolved.holds(pair.run_id, pair.ended_run_id)
    GROUP BY ALL
),
may_be AS (
    SELECT DISTINCT death.person, death.person AS actor, 1.0 AS likely FROM death
    UNION ALL
    SELECT proposed.left_id, proposed.right_id, proposed.likely FROM proposed
    UNION ALL
    SELECT proposed.right_id, proposed.left_id, proposed.likely FROM proposed
)
SELECT
    death.person,
    dead.name,
    death.by_day AS died_by,
    death.document_id,
    death.version_id,
    death.char_start,
    death.char_end,
    may_be.actor,
    doer.name AS actor_name,
    may_be.likely,
    meeting.start_date AS act_day,
    meeting.date_basis = 'stated' AS act_stated,
    link.document_id AS act_document_id,
    link.version_id AS act_version_id,
    piece.char_start AS act_start,
    piece.char_end AS act_end
FROM death
JOIN may_be USING (person)
JOIN resolved.people AS dead ON dead.person_id = death.person
JOIN resolved.people AS doer ON doer.person_id = may_be.actor
JOIN resolved.person_accounts AS account ON account.person_key = doer.person_key
JOIN main.meeting_participants AS party ON party.version_id = account.version_id AND party.person_id = account.account_key
JOIN main.meeting_accounts AS meeting ON meeting.version_id = party.version_id AND meeting.meeting_id = party.meeting_id
JOIN resolved.meeting_links AS link ON link.version_id = party.version_id AND link.account_key = party.meeting_id
JOIN main.evidence AS piece ON piece.version_id = party.version_id AND piece.meeting_id = party.meeting_id
WHERE meeting.status = 'held' AND meeting.date_precision = 'day' AND meeting.start_date > death.by_day
    AND link.version_id <> death.version_id
