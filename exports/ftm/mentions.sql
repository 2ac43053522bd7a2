-- One row per document and person or organization that it speaks of, with the words that it uses for it.
SELECT
    mention.document_id,
    mention.entity_kind,
    mention.entity_id,
    list(DISTINCT mention.text ORDER BY mention.text) AS names
FROM reporting.mentions AS mention
WHERE mention.entity_kind IN ('person', 'organization')
GROUP BY ALL
ORDER BY mention.document_id, mention.entity_kind, mention.entity_id
