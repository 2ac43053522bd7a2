-- One row per encounter, however often it is told, before anything is corrected.
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
    meeting.key AS meeting_id,
    account.kind,
    account.status,
    account.start_date,
    account.end_date,
    account.date_precision,
    account.date_basis,
    account.date_stated,
    account.edtf,
    place.place,
    place.country_code,
    account.title,
    whole.key AS part_of_meeting_id,
    account.plover_mode,
    support.source_count,
    account.confidence,
    recorded.recorded_at,
    recorded.recorded_run_id,
    recorded.extractor_version
FROM resolved.meeting_accounts AS best
JOIN main.meeting_accounts AS account ON account.version_id = best.version_id AND account.meeting_id = best.account_key
JOIN main.meetings AS meeting ON meeting.meeting_id = best.meeting_key
JOIN resolved.support AS support ON support.meeting_key = best.meeting_key
JOIN resolved.recorded AS recorded ON recorded.meeting_key = best.meeting_key
LEFT JOIN resolved.meeting_places AS place ON place.meeting_key = best.meeting_key AND place.ordinal = 0
LEFT JOIN resolved.meeting_links AS holder
    ON holder.version_id = best.version_id AND holder.account_key = account.part_of_meeting_id
LEFT JOIN main.meetings AS whole ON whole.meeting_id = nullif(holder.meeting_key, best.meeting_key)
WHERE best.rank = 1
