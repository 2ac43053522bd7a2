-- The steps of an agreement that documents report, in the order of time.
SELECT step.*, coalesce(document.title, document.uri) AS document
FROM reporting.agreement_status_history AS step
JOIN reporting.documents AS document USING (document_id)
WHERE step.agreement_id = $id
ORDER BY
    step.is_planned,
    step.as_of NULLS LAST,
    list_position(['proposed', 'negotiating', 'reached', 'signed', 'ratified', 'in_force', 'suspended', 'terminated',
                   'rejected'], step.status),
    document
