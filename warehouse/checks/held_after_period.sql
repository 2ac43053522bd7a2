-- severity: warning
-- reason: A document cannot tell of a meeting held after the period that it reports on; a date was misread or misprinted.
SELECT version.document, meeting.key AS meeting_id, account.start_date, content.period_end, account.date_stated
FROM main.meeting_accounts AS account
JOIN resolved.versions AS version USING (version_id)
JOIN main.document_versions AS content ON content.version_id = account.version_id
JOIN main.meetings AS meeting ON meeting.meeting_id = account.meeting_id
WHERE account.status = 'held' AND account.start_date > greatest(content.period_end, content.published_on)
ORDER BY ALL
