-- severity: info
-- reason: No document says any more what was decided on; the decision is kept and waits until one does.
SELECT decision.decision_id, decision.kind, decision.judgement, decision.left_id, decision.reason
FROM main.decisions AS decision
WHERE decision.withdrawn_run_id IS NULL
    AND EXISTS (FROM main.decision_accounts AS account WHERE account.decision_id = decision.decision_id)
    AND NOT EXISTS (
        FROM main.decision_accounts AS account
        JOIN main.documents AS document ON document.key = account.document
        JOIN main.document_versions AS version ON version.document_id = document.document_id AND version.is_current
        WHERE account.decision_id = decision.decision_id)
ORDER BY ALL
