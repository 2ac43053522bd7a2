-- One row per agreement, however often it is told, before anything is corrected.
--
-- agreement_id: Stable id of the agreement.
-- kind: treaty, agreement, memorandum, contract, ceasefire, declaration or other.
-- subject: What it is about, as stated.
-- status: The furthest reached of proposed, negotiating, reached, signed, ratified, in_force; or suspended, terminated or
--   rejected since.
-- start_date: First possible day of that step or of the validity, as stated.
-- end_date: Last possible day, inclusive.
-- date_precision: day, approximate, month or unknown.
-- date_stated: The words that state the date.
-- source_count: Number of distinct outlets cited, or of documents where none is cited.
-- confidence: How sure the extraction is, 0 to 1.
-- recorded_at: When the first of the documents that support it was loaded, UTC.
-- recorded_run_id: Id of the run that loaded that document.
-- extractor_version: Version of the extraction that read it.
SELECT
    agreement.key AS agreement_id,
    account.kind,
    account.subject,
    coalesce(latest.status, account.status) AS status,
    account.start_date,
    account.end_date,
    account.date_precision,
    account.date_stated,
    support.source_count,
    account.confidence,
    recorded.recorded_at,
    recorded.recorded_run_id,
    recorded.extractor_version
FROM resolved.agreement_accounts AS best
JOIN main.agreement_accounts AS account ON account.version_id = best.version_id AND account.agreement_id = best.account_key
JOIN main.agreements AS agreement ON agreement.agreement_id = best.agreement_key
JOIN resolved.support AS support ON support.agreement_key = best.agreement_key
JOIN resolved.recorded AS recorded ON recorded.agreement_key = best.agreement_key
LEFT JOIN resolved.agreement_statuses AS latest ON latest.agreement_key = best.agreement_key AND latest.valid_to IS NULL
WHERE best.rank = 1
