-- One document.
SELECT
    document.*,
    summary.passages,
    summary.people,
    summary.organizations,
    summary.meetings,
    summary.agreements
FROM reporting.documents AS document
JOIN reporting.document_summary AS summary USING (document_id)
WHERE document.document_id = $id
