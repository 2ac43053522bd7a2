-- severity: error
-- reason: Evidence and mentions must lie in the passage that they name; else quote, section and page of the proof are wrong.
WITH spans AS (
    SELECT 'evidence' AS what, version_id, passage_ordinal, char_start, char_end FROM main.evidence
    UNION ALL SELECT 'mention', version_id, passage_ordinal, char_start, char_end FROM main.mentions
)
SELECT version.uri, spans.what, spans.passage_ordinal, spans.char_start, spans.char_end, passage.char_start AS passage_start,
       passage.char_end AS passage_end
FROM spans
JOIN resolved.versions AS version USING (version_id)
JOIN main.passages AS passage ON passage.version_id = spans.version_id AND passage.ordinal = spans.passage_ordinal
WHERE spans.char_start < passage.char_start OR spans.char_end > passage.char_end
ORDER BY ALL
