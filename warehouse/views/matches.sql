-- One row per pair of accounts that were merged though they name their thing differently, or that somebody should decide on.
--
-- match_id: Id of the pair.
-- kind: person, organization, meeting or agreement.
-- outcome: merged or proposed.
-- left_id: Id under which one account is shown.
-- left_name: What that is called; a meeting by its day, parties and place, an agreement by its subject.
-- left_document_id: Document of that account.
-- left_key: Id that the wording of that document would give.
-- right_id: Id under which the other account is shown.
-- right_name: What that is called.
-- right_document_id: Document of the other account.
-- right_key: Id that the wording of that document would give.
-- score: How likely both speak of one thing, 0 to 1.
-- reasons: What speaks for it and against it, with its weight.
-- against: What forbids to merge them, where something does.
WITH parties AS (
    SELECT
        party.meeting_id,
        string_agg(coalesce(party.person, party.organization, party.role, party.country_code), ', ' ORDER BY party.ordinal) AS named
    FROM reporting.meeting_participants AS party
    GROUP BY party.meeting_id
),
named AS (
    SELECT 'person' AS kind, person.person_id AS id, person.name FROM resolved.people AS person
    UNION ALL
    SELECT 'organization', body.organization_id, body.name FROM resolved.organizations AS body
    UNION ALL
    SELECT
        'meeting',
        meeting.meeting_id,
        concat(meeting.start_date || ': ', meeting.kind, ' of ' || parties.named, ', ' || meeting.place)
    FROM reporting.meetings AS meeting
    LEFT JOIN parties USING (meeting_id)
    UNION ALL
    SELECT 'agreement', agreement.agreement_id, agreement.subject FROM reporting.agreements AS agreement
)
SELECT
    pair.match_id,
    pair.kind,
    pair.outcome,
    one.id AS left_id,
    left_named.name AS left_name,
    pair.left_document AS left_document_id,
    pair.left_key,
    other.id AS right_id,
    right_named.name AS right_name,
    pair.right_document AS right_document_id,
    pair.right_key,
    pair.score,
    pair.reasons,
    pair.against
FROM main.matches AS pair
JOIN resolved.account_ids AS one ON one.kind = pair.kind AND one.document_id = pair.left_document AND one.key = pair.left_key
JOIN resolved.account_ids AS other
    ON other.kind = pair.kind AND other.document_id = pair.right_document AND other.key = pair.right_key
LEFT JOIN named AS left_named ON left_named.kind = pair.kind AND left_named.id = one.id
LEFT JOIN named AS right_named ON right_named.kind = pair.kind AND right_named.id = other.id
WHERE resolved.holds(pair.run_id, pair.ended_run_id)
