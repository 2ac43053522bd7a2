-- severity: error
-- reason: An account speaks of one thing at a time, a former id leads to one, a column has one correction; two count double.
WITH held AS (
    SELECT 'person_links' AS found_in, concat_ws(' ', version_id, person_id) AS about, run_id, ended_run_id
    FROM main.person_links
    UNION ALL SELECT 'organization_links', concat_ws(' ', version_id, organization_id), run_id, ended_run_id
    FROM main.organization_links
    UNION ALL SELECT 'meeting_links', concat_ws(' ', version_id, meeting_id), run_id, ended_run_id
    FROM main.meeting_links
    UNION ALL SELECT 'agreement_links', concat_ws(' ', version_id, agreement_id), run_id, ended_run_id
    FROM main.agreement_links
    UNION ALL SELECT 'outlet_links', CAST(outlet_id AS VARCHAR), run_id, ended_run_id
    FROM main.outlet_links
    UNION ALL SELECT 'role_holders', concat_ws(' ', version_id, meeting_id, ordinal), run_id, ended_run_id
    FROM main.role_holders
    UNION ALL SELECT 'former_ids', concat_ws(' ', kind, id), run_id, ended_run_id
    FROM main.former_ids
    UNION ALL SELECT 'matches', match_id, run_id, ended_run_id
    FROM main.matches
    UNION ALL SELECT 'corrections', concat_ws(' ', kind, id, field), run_id, ended_run_id
    FROM main.corrections
    UNION ALL SELECT 'derived_findings', finding_id, run_id, ended_run_id
    FROM main.derived_findings
    UNION ALL SELECT 'terms', concat_ws(' ', office, organization_id, country_code, person_id, first_seen), run_id, ended_run_id
    FROM main.terms
)
SELECT held.found_in, held.about, held.run_id, held.ended_run_id
FROM held
QUALIFY lead(held.run_id) OVER (PARTITION BY held.found_in, held.about ORDER BY held.run_id, held.ended_run_id NULLS LAST)
    < coalesce(held.ended_run_id, 9223372036854775807)
ORDER BY ALL
