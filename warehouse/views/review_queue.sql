-- One row per thing that waits for somebody's decision: open findings, proposed merges, unsure facts.
--
-- item_id: Id to decide on: of the finding, the match, or the fact.
-- item_kind: finding, match or fact.
-- about: Kind of finding, or of thing.
-- weight: How much hangs on it; the most consequential first.
-- headline: What is asked, in a sentence.
-- document_id: Document to look at.
-- quote: Words to look at.
WITH resting AS (
    SELECT finding.finding_id, count(DISTINCT piece.fact_id) AS facts
    FROM reporting.quality_findings AS finding
    JOIN reporting.evidence AS piece
        ON piece.document_id = finding.document_id AND piece.char_start < finding.char_end AND piece.char_end > finding.char_start
    GROUP BY finding.finding_id
),
met AS (
    SELECT 'person' AS kind, person.person_id AS id, person.meetings + person.mentions AS facts FROM reporting.people AS person
    UNION ALL
    SELECT 'organization', body.organization_id, body.meetings + body.mentions FROM reporting.organizations AS body
),
unsure AS (
    SELECT
        decision.kind,
        coalesce(former_left.survivor_id, decision.left_id) AS left_id,
        coalesce(former_right.survivor_id, decision.right_id) AS right_id
    FROM main.decisions AS decision
    LEFT JOIN reporting.former_ids AS former_left ON former_left.kind = decision.kind AND former_left.id = decision.left_id
    LEFT JOIN reporting.former_ids AS former_right ON former_right.kind = decision.kind AND former_right.id = decision.right_id
    WHERE decision.judgement = 'unsure' AND resolved.holds(decision.run_id, decision.withdrawn_run_id)
),
confirmed AS (
    SELECT fix.kind, fix.id AS fact_id
    FROM main.corrections AS fix
    WHERE fix.field = 'accepted' AND resolved.holds(fix.run_id, fix.ended_run_id)
),
first_words AS (
    SELECT piece.fact_id, first(piece.document_id ORDER BY piece.document_id, piece.char_start) AS document_id,
        first(piece.quote ORDER BY piece.document_id, piece.char_start) AS quote
    FROM reporting.evidence AS piece
    GROUP BY piece.fact_id
),
present AS (
    SELECT
        participant.meeting_id,
        string_agg(coalesce(participant.person, participant.organization, participant.role, participant.country_code), ', '
                   ORDER BY participant.ordinal) AS parties
    FROM reporting.meeting_participants AS participant
    GROUP BY participant.meeting_id
),
facts AS (
    SELECT meeting.meeting_id AS fact_id, 'meeting' AS kind, meeting.confidence,
        concat(concat_ws(' ', meeting.status, meeting.kind, meeting.start_date), ': ', coalesce(meeting.title, present.parties))
            AS told
    FROM reporting.meetings AS meeting
    LEFT JOIN present USING (meeting_id)
    UNION ALL
    SELECT agreement.agreement_id, 'agreement', agreement.confidence,
        concat_ws(' ', agreement.status, concat(agreement.kind, ':'), agreement.subject)
    FROM reporting.agreements AS agreement
)
SELECT
    finding.finding_id AS item_id,
    'finding' AS item_kind,
    finding.kind AS about,
    CASE finding.severity WHEN 'error' THEN 100 WHEN 'warning' THEN 10 ELSE 1 END * (1.0 + coalesce(resting.facts, 0))
        AS weight,
    finding.explanation AS headline,
    finding.document_id,
    finding.quote
FROM reporting.quality_findings AS finding
LEFT JOIN resting USING (finding_id)
WHERE finding.status = 'open'
UNION ALL
SELECT
    pair.match_id,
    'match',
    pair.kind,
    2.0 * pair.score * (1 + least(coalesce(left_met.facts, 1), coalesce(right_met.facts, 1))),
    concat('Are these one ', pair.kind, ': ', coalesce(pair.left_name, pair.left_id), ' and ',
           coalesce(pair.right_name, pair.right_id), '? ', pair.reasons),
    pair.left_document_id,
    NULL
FROM reporting.matches AS pair
LEFT JOIN met AS left_met ON left_met.kind = pair.kind AND left_met.id = pair.left_id
LEFT JOIN met AS right_met ON right_met.kind = pair.kind AND right_met.id = pair.right_id
ANTI JOIN unsure
    ON unsure.kind = pair.kind
    AND least(unsure.left_id, unsure.right_id) = least(pair.left_id, pair.right_id)
    AND greatest(unsure.left_id, unsure.right_id) = greatest(pair.left_id, pair.right_id)
WHERE pair.outcome = 'proposed' AND pair.left_id <> pair.right_id
UNION ALL
SELECT
    facts.fact_id,
    'fact',
    facts.kind,
    10 * (1 - facts.confidence),
    concat('Is this told? ', facts.told),
    first_words.document_id,
    first_words.quote
FROM facts
JOIN first_words USING (fact_id)
ANTI JOIN confirmed USING (kind, fact_id)
WHERE facts.confidence < 0.8
