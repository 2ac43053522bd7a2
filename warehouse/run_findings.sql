SELECT
    finding.finding_id,
    finding.severity,
    finding.kind,
    finding.document_id,
    finding.quote,
    finding.explanation
FROM reporting.quality_findings AS finding
WHERE
    finding.status = 'open'
    AND finding.document_id IN (
        SELECT document.key
        FROM main.document_versions AS version
        JOIN main.documents AS document USING (document_id)
        WHERE version.run_id = $run_id
    )
ORDER BY
    CASE finding.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END,
    finding.document_id,
    finding.char_start,
    finding.finding_id
LIMIT $limit
