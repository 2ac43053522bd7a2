-- severity: warning
-- reason: The last run began before an earlier one had ended: the clock went back, or was ahead; name states by run.
SELECT
    concat('run-', run.run_id) AS run_id,
    run.started_at,
    max(greatest(earlier.started_at, earlier.finished_at)) AS earlier_run_ended
FROM main.ingest_runs AS run
JOIN main.ingest_runs AS earlier ON earlier.run_id < run.run_id
WHERE run.run_id = (SELECT max(last.run_id) FROM main.ingest_runs AS last)
GROUP BY run.run_id, run.started_at
HAVING run.started_at < max(greatest(earlier.started_at, earlier.finished_at))
