-- severity: info
-- reason: A run that never ended was killed or still goes on; what it had loaded is whole, the rest comes with the next run.
SELECT run_id, started_at
FROM reporting.ingest_runs
WHERE status = 'running' AND run_id <> (SELECT concat('run-', max(run.run_id)) FROM main.ingest_runs AS run)
ORDER BY ALL
