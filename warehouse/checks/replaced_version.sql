-- severity: error
-- reason: A version counts until a run replaces it; where version and retirement disagree, its facts show twice, or not at all.
SELECT document.uri, version.version_id, version.is_current, retirement.run_id AS replaced_by_run
FROM main.document_versions AS version
JOIN main.documents AS document USING (document_id)
LEFT JOIN main.retirements AS retirement USING (version_id)
WHERE version.is_current <> (retirement.run_id IS NULL) OR retirement.run_id < version.run_id
ORDER BY ALL
