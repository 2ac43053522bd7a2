-- severity: error
-- reason: A document has one content that counts; with two of them its facts would count twice.
SELECT document.uri, count(*) AS current_versions
FROM main.document_versions AS version
JOIN main.documents AS document USING (document_id)
WHERE version.is_current
GROUP BY document.uri
HAVING count(*) > 1
ORDER BY ALL
