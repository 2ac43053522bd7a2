-- One row per agreement, however often it is told.
--
-- agreement_id: Stable id of the agreement.
-- kind: treaty, agreement, memorandum, contract, ceasefire, declaration or other.
-- subject: What it is about, as stated.
-- status: The furthest reached of proposed, negotiating, reached, signed, ratified, in_force, suspended,
--   terminated; or rejected.
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
    told.agreement_id,
    coalesce(nullif(fix.kind, ''), told.kind) AS kind,
    coalesce(nullif(fix.subject, ''), told.subject) AS subject,
    coalesce(nullif(fix.status, ''), told.status) AS status,
    CAST(nullif(coalesce(fix.start_date, CAST(told.start_date AS VARCHAR)), '') AS DATE) AS start_date,
    CAST(nullif(coalesce(fix.end_date, CAST(told.end_date AS VARCHAR)), '') AS DATE) AS end_date,
    coalesce(nullif(fix.date_precision, ''), told.date_precision) AS date_precision,
    told.date_stated,
    told.source_count,
    told.confidence,
    told.recorded_at,
    told.recorded_run_id,
    told.extractor_version
FROM resolved.machine_agreements AS told
LEFT JOIN resolved.corrected AS fix ON fix.corrected_kind = 'agreement' AND fix.id = told.agreement_id
