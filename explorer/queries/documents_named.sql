-- What documents are called.
SELECT document_id, coalesce(title, uri) AS title FROM reporting.documents WHERE document_id IN (SELECT unnest($ids::VARCHAR[]))
