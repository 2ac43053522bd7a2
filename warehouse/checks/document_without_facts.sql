-- severity: info
-- reason: A document that yields nothing may be of another kind than the rules know, or its layout was not understood.
SELECT document_id, document, characters
FROM reporting.document_summary
WHERE people + organizations + meetings + agreements = 0
ORDER BY ALL
