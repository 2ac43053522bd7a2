-- severity: error
-- reason: A quote must be a stretch of the text as kept; offsets beyond its end show words that the document does not hold.
WITH spans AS (
    SELECT 'evidence' AS what, version_id, char_start, char_end FROM main.evidence
    UNION ALL SELECT 'mention', version_id, char_start, char_end FROM main.mentions
    UNION ALL SELECT 'citation', version_id, char_start, char_end FROM main.citations
    UNION ALL SELECT 'finding', version_id, char_start, char_end FROM main.findings
    UNION ALL SELECT 'passage', version_id, char_start, char_end FROM main.passages
    UNION ALL SELECT 'section', version_id, char_start, char_end FROM main.sections
)
, lengths AS MATERIALIZED (
    -- counted once a document: it takes a walk through the whole text
    SELECT version_id, document_id, length(text) AS characters FROM main.document_versions
)
SELECT document.uri, spans.what, spans.char_start, spans.char_end, lengths.characters
FROM spans
JOIN lengths USING (version_id)
JOIN main.documents AS document USING (document_id)
WHERE spans.char_end > lengths.characters
ORDER BY ALL
