-- severity: error
-- reason: What was loaded or decided last is not resolved, because a run was killed before it could; the next ingest does it.
SELECT
    note.value AS resolved_as,
    (SELECT max(version_id) FROM main.document_versions) AS last_version,
    (SELECT count(*) FROM main.retirements) AS retirements,
    coalesce(CAST((SELECT max(decision_id) FROM main.decisions) AS VARCHAR), 'None') AS last_decision,
    (SELECT count(withdrawn_run_id) FROM main.decisions) AS withdrawn,
    coalesce((SELECT value FROM main.warehouse_notes WHERE name = 'reference'), 'None') AS reference
FROM (SELECT (SELECT value FROM main.warehouse_notes WHERE name = 'resolution') AS value) AS note
WHERE EXISTS (FROM main.document_versions)
    AND (note.value IS NULL OR note.value NOT LIKE concat_ws(' ', '%', last_version, retirements, last_decision, withdrawn, reference))
ORDER BY ALL
