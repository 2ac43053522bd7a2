-- Passages that tell of any of the words, the best first.
WITH found AS (
    SELECT passage_id, document_id, document, ordinal, section, page, text, char_start, score
    FROM reporting.search($words)
    WHERE kind <> 'furniture'
)
SELECT found.*, document.period_start, document.period_end, document.published_on, count(*) OVER () AS found
FROM found
JOIN reporting.documents AS document USING (document_id)
ORDER BY score DESC, passage_id
LIMIT $most
