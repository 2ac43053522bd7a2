-- Which agreement each current account speaks of. Rejected agreements are left out.
--
-- version_id: Internal key of the version.
-- account_key: Internal key that the account names.
-- agreement_key: Internal key of the agreement that is meant.
-- document_id: Id of the document.
SELECT
    account.version_id,
    account.agreement_id AS account_key,
    coalesce(link.resolved_agreement_id, account.agreement_id) AS agreement_key,
    version.document_id
FROM main.agreement_accounts AS account
JOIN resolved.versions AS version USING (version_id)
LEFT JOIN main.agreement_links AS link
    ON link.version_id = account.version_id AND link.agreement_id = account.agreement_id
    AND resolved.holds(link.run_id, link.ended_run_id)
ANTI JOIN resolved.rejected AS rejected
    ON rejected.kind = 'agreement' AND rejected.key = coalesce(link.resolved_agreement_id, account.agreement_id)
