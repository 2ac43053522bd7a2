-- One finding, with the document that it is about and the passage of its words.
SELECT
    finding.*,
    coalesce(document.title, document.uri) AS document,
    document.uri,
    document.media_type,
    passage.text,
    passage.char_start AS passage_start,
    passage.ordinal,
    passage.section,
    passage.page
FROM reporting.quality_findings AS finding
JOIN reporting.documents AS document USING (document_id)
LEFT JOIN reporting.passages AS passage
    ON passage.document_id = finding.document_id
    AND passage.char_start <= finding.char_start AND finding.char_start < passage.char_end
WHERE finding.finding_id = $id
ORDER BY passage.char_end - passage.char_start, passage.ordinal
LIMIT 1
