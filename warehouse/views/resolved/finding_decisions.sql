-- What was decided last on each finding, also where the text was replaced and the words stand elsewhere in it.
--
-- A decision keeps the words: it goes to the finding of its kind on those words, of several such by their order. Where there
-- are more or fewer of them than there were, it stays in its place or waits, rather than to be taken for another. One that kept
-- no words goes by the id.
--
-- finding_id: Id of the finding.
-- judgement: accepted or dismissed.
-- decided_at: When, UTC.
WITH decided AS (
    SELECT
        decision.decision_id,
        decision.left_id,
        decision.judgement,
        decision.decided_at,
        account.document,
        account.key,
        account.words
    FROM main.decisions AS decision
    LEFT JOIN main.decision_accounts AS account ON account.decision_id = decision.decision_id AND account.side = 'left'
    WHERE decision.kind = 'finding' AND resolved.holds(decision.run_id, decision.withdrawn_run_id)
),
meant AS (
    SELECT
        decided.*,
        found.finding_id,
        CASE WHEN found.is_derived THEN 1 ELSE 3 END AS choice
    FROM decided
    JOIN resolved.findings AS found ON found.finding_id = decided.left_id
    WHERE decided.words IS NULL OR found.is_derived OR found.quote = decided.words
    UNION ALL
    SELECT
        decided.*,
        found.finding_id,
        2 AS choice
    FROM decided
    JOIN resolved.findings AS found
        ON found.document_id = decided.document AND found.key = decided.key AND found.quote = decided.words
),
brought AS (
    SELECT meant.*
    FROM meant
    QUALIFY row_number() OVER (PARTITION BY meant.decision_id ORDER BY meant.choice) = 1
)
SELECT
    brought.finding_id,
    brought.judgement,
    brought.decided_at
FROM brought
QUALIFY row_number() OVER (
    PARTITION BY brought.finding_id ORDER BY brought.decided_at DESC, brought.decision_id DESC
) = 1
