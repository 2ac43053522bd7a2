-- One row per ingested document.
--
-- document_id: Stable id of the document, made from its address.
-- title: Title as stated.
-- series: Series that it belongs to.
-- publisher: Who published it.
-- period_start: First day of the period that it reports on.
-- period_end: Last day of that period.
-- published_on: Day of publication.
-- language: Language, ISO 639-1.
-- media_type: Media type of the input.
-- uri: Where it was found.
-- sha256: SHA-256 of its bytes, in hexadecimal.
-- ingested_at: When its current content was loaded, UTC.
-- run_id: Id of the run that loaded it.
SELECT
    shown.document_id,
    version.title,
    version.series,
    version.publisher,
    version.period_start,
    version.period_end,
    version.published_on,
    version.language,
    version.media_type,
    shown.uri,
    version.sha256,
    version.loaded_at AS ingested_at,
    concat('run-', shown.run_id) AS run_id
FROM resolved.versions AS shown
JOIN main.document_versions AS version ON version.version_id = shown.version_id
