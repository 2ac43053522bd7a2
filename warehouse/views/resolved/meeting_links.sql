-- Which meeting each current account speaks of. Rejected meetings are left out.
--
-- version_id: Internal key of the version.
-- account_key: Internal key that the account names.
-- meeting_key: Internal key of the meeting that is meant.
-- document_id: Id of the document.
SELECT
    account.version_id,
    account.meeting_id AS account_key,
    coalesce(link.resolved_meeting_id, account.meeting_id) AS meeting_key,
    version.document_id
FROM main.meeting_accounts AS account
JOIN resolved.versions AS version USING (version_id)
LEFT JOIN main.meeting_links AS link
    ON link.version_id = account.version_id AND link.meeting_id = account.meeting_id
    AND resolved.holds(link.run_id, link.ended_run_id)
ANTI JOIN resolved.rejected AS rejected
    ON rejected.kind = 'meeting' AND rejected.key = coalesce(link.resolved_meeting_id, account.meeting_id)
