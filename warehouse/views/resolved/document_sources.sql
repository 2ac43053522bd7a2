-- Where each version that was ever loaded comes from: its series, else its publisher, else the site or folder that it lay in.
--
-- version_id: Internal key of the version.
-- source: The source, in words or as an address.
-- run_id: Internal key of the run that loaded it.
-- loaded_at: When it was loaded, UTC.
SELECT
    version.version_id,
    coalesce(
        version.series,
        version.publisher,
        nullif(regexp_extract(document.uri, '^https?://[^/]+'), ''),
        regexp_replace(document.uri, '/[^/]*$', '')
    ) AS source,
    version.run_id,
    version.loaded_at
FROM main.document_versions AS version
JOIN main.documents AS document USING (document_id)
WHERE resolved.holds(version.run_id, NULL)
