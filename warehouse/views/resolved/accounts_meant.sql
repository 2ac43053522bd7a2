-- What each account of a current document speaks of, also where that was rejected.
--
-- kind: person, organization, meeting, agreement or position.
-- version_id: Internal key of the version.
-- account_key: Internal key that the account names.
-- document_id: Id of the document.
-- key: Natural key that the account names.
-- id: Id of what is meant.
SELECT 'person' AS kind, account.version_id, account.account_key, version.document_id, known.key, meant.key AS id
FROM resolved.person_accounts AS account
JOIN resolved.versions AS version USING (version_id)
JOIN main.people AS known ON known.person_id = account.account_key
JOIN main.people AS meant ON meant.person_id = account.person_key
UNION ALL
SELECT 'organization', account.version_id, account.account_key, version.document_id, known.key, meant.key
FROM resolved.organization_accounts AS account
JOIN resolved.versions AS version USING (version_id)
JOIN main.organizations AS known ON known.organization_id = account.account_key
JOIN main.organizations AS meant ON meant.organization_id = account.organization_key
UNION ALL
SELECT 'meeting', account.version_id, account.meeting_id, version.document_id, known.key, meant.key
FROM main.meeting_accounts AS account
JOIN resolved.versions AS version USING (version_id)
JOIN main.meetings AS known ON known.meeting_id = account.meeting_id
LEFT JOIN main.meeting_links AS link
    ON link.version_id = account.version_id AND link.meeting_id = account.meeting_id
    AND resolved.holds(link.run_id, link.ended_run_id)
JOIN main.meetings AS meant ON meant.meeting_id = coalesce(link.resolved_meeting_id, account.meeting_id)
UNION ALL
SELECT 'agreement', account.version_id, account.agreement_id, version.document_id, known.key, meant.key
FROM main.agreement_accounts AS account
JOIN resolved.versions AS version USING (version_id)
JOIN main.agreements AS known ON known.agreement_id = account.agreement_id
LEFT JOIN main.agreement_links AS link
    ON link.version_id = account.version_id AND link.agreement_id = account.agreement_id
    AND resolved.holds(link.run_id, link.ended_run_id)
JOIN main.agreements AS meant ON meant.agreement_id = coalesce(link.resolved_agreement_id, account.agreement_id)
UNION ALL
SELECT 'position', post.version_id, post.account_key, version.document_id, known.key, post.position_id
FROM resolved.stated_positions AS post
JOIN resolved.versions AS version USING (version_id)
JOIN main.positions AS known ON known.position_id = post.account_key
