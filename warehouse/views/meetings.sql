-- One row per encounter, however often it is told.
--
-- meeting_id: Stable id of the meeting.
-- kind: meeting, call, visit or conference.
-- status: held, planned, cancelled or denied.
-- start_date: First possible day.
-- end_date: Last possible day, inclusive.
-- date_precision: day, approximate, month or unknown.
-- date_basis: Where the date comes from: stated, citation, period or none.
-- date_stated: The words that state the date.
-- edtf: The date in Extended Date/Time Format.
-- place: First place of the meeting; more in meeting_places.
-- country_code: Country of the first place.
-- title: Name of the occasion, where it has one.
-- part_of_meeting_id: Id of the visit or conference that holds this meeting.
-- plover_mode: Mode of the PLOVER event CONSULT.
-- source_count: Number of distinct outlets cited, or of documents where none is cited.
-- confidence: How sure the extraction is, 0 to 1.
-- recorded_at: When the first of the documents that support it was loaded, UTC.
-- recorded_run_id: Id of the run that loaded that document.
-- extractor_version: Version of the extraction that read it.
SELECT
    told.meeting_id,
    coalesce(nullif(fix.kind, ''), told.kind) AS kind,
    coalesce(nullif(fix.status, ''), told.status) AS status,
    CAST(nullif(coalesce(fix.start_date, CAST(told.start_date AS VARCHAR)), '') AS DATE) AS start_date,
    CAST(nullif(coalesce(fix.end_date, CAST(told.end_date AS VARCHAR)), '') AS DATE) AS end_date,
    coalesce(nullif(fix.date_precision, ''), told.date_precision) AS date_precision,
    told.date_basis,
    told.date_stated,
    CASE WHEN coalesce(fix.start_date, fix.end_date, fix.date_precision) IS NULL THEN told.edtf END AS edtf,
    nullif(coalesce(fix.place, told.place), '') AS place,
    nullif(coalesce(fix.country_code, told.country_code), '') AS country_code,
    nullif(coalesce(fix.title, told.title), '') AS title,
    told.part_of_meeting_id,
    told.plover_mode,
    told.source_count,
    told.confidence,
    told.recorded_at,
    told.recorded_run_id,
    told.extractor_version
FROM resolved.machine_meetings AS told
LEFT JOIN resolved.corrected AS fix ON fix.corrected_kind = 'meeting' AND fix.id = told.meeting_id
