-- severity: error
-- reason: The same bytes are one document, under whatever address; loaded twice, everything in them counts twice.
SELECT version.sha256, count(*) AS documents, min(document.uri) AS first_uri, max(document.uri) AS last_uri
FROM main.document_versions AS version
JOIN main.documents AS document USING (document_id)
WHERE version.is_current
GROUP BY version.sha256
HAVING count(*) > 1
ORDER BY ALL
