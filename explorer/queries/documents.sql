-- Documents whose title holds some words, the newest first.
SELECT
    document.document_id,
    coalesce(document.title, document.uri) AS title,
    document.publisher,
    document.period_start,
    document.period_end,
    document.published_on,
    summary.people,
    summary.meetings,
    summary.agreements,
    summary.findings,
    count(*) OVER () AS found
FROM reporting.documents AS document
JOIN reporting.document_summary AS summary USING (document_id)
WHERE contains(folded(coalesce(document.title, document.uri)), folded($words::VARCHAR))
ORDER BY coalesce(document.period_end, document.published_on, document.period_start) DESC NULLS LAST, title, document_id
LIMIT $most OFFSET $skipped
