-- severity: error
-- reason: What a document no longer says must not count; its links end with the run that replaced it.
WITH held AS (
    SELECT 'person_links' AS found_in, version_id FROM main.person_links WHERE ended_run_id IS NULL
    UNION ALL SELECT 'organization_links', version_id FROM main.organization_links WHERE ended_run_id IS NULL
    UNION ALL SELECT 'meeting_links', version_id FROM main.meeting_links WHERE ended_run_id IS NULL
    UNION ALL SELECT 'agreement_links', version_id FROM main.agreement_links WHERE ended_run_id IS NULL
    UNION ALL SELECT 'role_holders', version_id FROM main.role_holders WHERE ended_run_id IS NULL
    UNION ALL SELECT 'derived_findings', version_id FROM main.derived_findings WHERE ended_run_id IS NULL
)
SELECT document.uri, held.found_in, count(*) AS occurrences
FROM held
JOIN main.document_versions AS version USING (version_id)
JOIN main.documents AS document USING (document_id)
WHERE NOT version.is_current
GROUP BY ALL
ORDER BY ALL
