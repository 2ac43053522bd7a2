-- One row per run of an ingestion flow, or session of review.
--
-- run_id: Id of the run.
-- started_at: When it began, UTC.
-- finished_at: When it ended, UTC; NULL while it runs or where it was killed.
-- status: running, completed, failed or cancelled.
-- documents_seen: Documents found.
-- documents_loaded: Documents loaded or replaced.
-- documents_skipped: Documents known already.
-- documents_rejected: Documents that could not be read.
-- extractor_version: Version of the extraction.
-- documents_replaced: Documents replaced by a changed version; part of the loaded ones.
-- flow_run: Name or id of the flow run in the orchestrator.
-- kind: ingest, or review where people decided on what is there.
SELECT
    concat('run-', run.run_id) AS run_id,
    run.started_at,
    run.finished_at,
    run.status,
    run.documents_seen,
    run.documents_loaded,
    run.documents_skipped,
    run.documents_rejected,
    run.extractor_version,
    run.documents_replaced,
    run.flow_run,
    CASE WHEN review.run_id IS NULL THEN 'ingest' ELSE 'review' END AS kind
FROM main.ingest_runs AS run
LEFT JOIN main.reviews AS review ON review.run_id = run.run_id
WHERE resolved.holds(run.run_id, NULL)
