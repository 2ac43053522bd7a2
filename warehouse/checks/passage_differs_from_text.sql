-- severity: error
-- reason: A quote is cut from the words of its passage; where these are not the words of the document, the proof is false.
WITH windows AS MATERIALIZED (
    -- DuckDB counts code points from the start of a text, which is done once a window and not once a passage
    SELECT version.version_id, start.start, substring(version.text, start.start + 1, 16384) AS words
    FROM main.document_versions AS version, LATERAL (SELECT unnest(range(0, length(version.text), 8192)) AS start) AS start
),
found AS (
    SELECT
        passage.version_id,
        passage.ordinal,
        passage.char_start,
        passage.char_end,
        CASE
            WHEN passage.char_end - passage.char_start <= 8192
                THEN substring(windows.words, passage.char_start - windows.start + 1, passage.char_end - passage.char_start)
            ELSE substring(version.text, passage.char_start + 1, passage.char_end - passage.char_start)
        END AS words
    FROM main.passages AS passage
    JOIN main.document_versions AS version USING (version_id)
    LEFT JOIN windows
        ON windows.version_id = passage.version_id AND windows.start = passage.char_start - passage.char_start % 8192
)
SELECT document.uri, found.ordinal AS passage_ordinal, found.char_start, found.char_end, kept.text AS kept, found.words AS text
FROM found
JOIN main.document_versions AS version USING (version_id)
JOIN main.documents AS document USING (document_id)
LEFT JOIN main.passage_texts AS kept ON kept.version_id = found.version_id AND kept.ordinal = found.ordinal
WHERE kept.text IS DISTINCT FROM found.words
ORDER BY ALL
