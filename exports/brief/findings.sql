-- One row per open finding on words that are cited, or that stand in one passage with them; the graver first.
WITH cited AS (
    SELECT proof.document_id, proof.char_start
    FROM (SELECT unnest($cited::STRUCT(document_id VARCHAR, char_start INTEGER)[]) AS proof)
),
passages AS (
    SELECT DISTINCT passage.document_id, passage.char_start, passage.char_end
    FROM reporting.passages AS passage
    JOIN cited ON cited.document_id = passage.document_id
        AND passage.char_start <= cited.char_start AND cited.char_start < passage.char_end
)
SELECT
    finding.explanation,
    finding.quote,
    finding.char_start,
    finding.document_id,
    coalesce(document.title, document.uri) AS document,
    document.uri
FROM reporting.quality_findings AS finding
JOIN reporting.documents AS document USING (document_id)
WHERE finding.status = 'open'
    AND EXISTS (
        FROM passages
        WHERE passages.document_id = finding.document_id
            AND passages.char_start <= finding.char_start AND finding.char_start < passages.char_end
    )
ORDER BY finding.severity = 'info', document, finding.char_start, finding.finding_id
