-- Passages of a document, in order, from one on.
SELECT passage_id, ordinal, section, kind, text, char_start, char_end, page
FROM reporting.passages
WHERE document_id = $id AND ordinal >= $from_ordinal
ORDER BY ordinal
LIMIT $most
