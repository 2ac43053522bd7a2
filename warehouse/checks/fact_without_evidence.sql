-- severity: error
-- reason: A fact that no passage supports does not exist; the views hide it, and something in the load or the sweep went wrong.
WITH facts AS (
    SELECT 'meeting' AS fact_kind, meeting.key AS fact_id, account.version_id, piece.ordinal AS evidence
    FROM main.meeting_accounts AS account
    JOIN main.meetings AS meeting USING (meeting_id)
    LEFT JOIN main.evidence AS piece ON piece.version_id = account.version_id AND piece.meeting_id = account.meeting_id
    UNION ALL
    SELECT 'agreement', agreement.key, account.version_id, piece.ordinal
    FROM main.agreement_accounts AS account
    JOIN main.agreements AS agreement USING (agreement_id)
    LEFT JOIN main.evidence AS piece ON piece.version_id = account.version_id AND piece.agreement_id = account.agreement_id
    UNION ALL
    SELECT 'position', post.key, NULL, piece.ordinal
    FROM main.positions AS post
    LEFT JOIN main.evidence AS piece ON piece.position_id = post.position_id
)
SELECT facts.fact_kind, facts.fact_id, version.document_id
FROM facts
LEFT JOIN resolved.versions AS version USING (version_id)
WHERE facts.evidence IS NULL
ORDER BY ALL
