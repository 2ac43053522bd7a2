-- One proposed merge.
SELECT match.*, coalesce(one.title, one.uri) AS left_document, coalesce(other.title, other.uri) AS right_document
FROM reporting.matches AS match
LEFT JOIN reporting.documents AS one ON one.document_id = match.left_document_id
LEFT JOIN reporting.documents AS other ON other.document_id = match.right_document_id
WHERE match.match_id = $id
