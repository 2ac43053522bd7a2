-- One row per run of an ingestion flow.
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
    run.flow_run
FROM main.ingest_runs AS run
