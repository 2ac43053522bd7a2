SELECT
    document.key AS document_id,
    document.uri,
    version.title,
    (SELECT count(*) FROM main.meeting_accounts AS account WHERE account.version_id = version.version_id) AS meetings,
    (SELECT count(*) FROM main.agreement_accounts AS account WHERE account.version_id = version.version_id) AS agreements,
    (SELECT count(*) FROM main.findings AS finding WHERE finding.version_id = version.version_id) AS findings
FROM main.document_versions AS version
JOIN main.documents AS document USING (document_id)
WHERE version.run_id = $run_id
ORDER BY version.version_id
LIMIT $limit
