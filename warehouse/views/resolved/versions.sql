-- The version of each document that counts, with the keys that readers see.
--
-- version_id: Internal key of the version.
-- document_id: Id of the document.
-- document: Title of the document, or its address where it has none.
-- uri: Where the document was found.
-- seen_on: Day that the document speaks from: end of its period, else its publication.
-- run_id: Internal key of the run that loaded it.
-- extractor_version: Version of the extraction that read it.
-- loaded_at: When it was loaded, UTC.
SELECT
    version.version_id,
    document.key AS document_id,
    coalesce(version.title, document.uri) AS document,
    document.uri,
    coalesce(version.period_end, version.published_on) AS seen_on,
    version.run_id,
    version.extractor_version,
    version.loaded_at
FROM main.document_versions AS version
JOIN main.documents AS document USING (document_id)
LEFT JOIN main.retirements AS retirement USING (version_id)
WHERE resolved.holds(version.run_id, retirement.run_id)
