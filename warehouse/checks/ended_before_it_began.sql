-- severity: error
-- reason: What is derived begins with one run and ends with a later one; otherwise the views as of a run show what never held.
WITH held AS (
    SELECT 'person_links' AS found_in, run_id, ended_run_id FROM main.person_links
    UNION ALL SELECT 'organization_links', run_id, ended_run_id FROM main.organization_links
    UNION ALL SELECT 'meeting_links', run_id, ended_run_id FROM main.meeting_links
    UNION ALL SELECT 'agreement_links', run_id, ended_run_id FROM main.agreement_links
    UNION ALL SELECT 'outlet_links', run_id, ended_run_id FROM main.outlet_links
    UNION ALL SELECT 'terms', run_id, ended_run_id FROM main.terms
    UNION ALL SELECT 'role_holders', run_id, ended_run_id FROM main.role_holders
    UNION ALL SELECT 'former_ids', run_id, ended_run_id FROM main.former_ids
    UNION ALL SELECT 'matches', run_id, ended_run_id FROM main.matches
    UNION ALL SELECT 'corrections', run_id, ended_run_id FROM main.corrections
    UNION ALL SELECT 'derived_findings', run_id, ended_run_id FROM main.derived_findings
    UNION ALL SELECT 'decisions', run_id, withdrawn_run_id FROM main.decisions
)
SELECT held.found_in, held.run_id, held.ended_run_id, count(*) AS occurrences
FROM held
LEFT JOIN main.ingest_runs AS run ON run.run_id = held.ended_run_id
WHERE held.ended_run_id IS NOT NULL
    AND (run.run_id IS NULL OR held.ended_run_id < held.run_id
        OR (held.ended_run_id = held.run_id AND held.found_in <> 'decisions'))
GROUP BY ALL
ORDER BY ALL
