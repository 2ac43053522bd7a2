-- One row per input that could not be read.
--
-- uri: Where it was found.
-- sha256: SHA-256 of its bytes; NULL where they could not be read.
-- reason: Short reason.
-- detail: The reason in full.
-- run_id: Id of the run that rejected it.
-- rejected_at: When, UTC.
SELECT
    rejected.uri,
    rejected.sha256,
    rejected.reason,
    rejected.detail,
    concat('run-', rejected.run_id) AS run_id,
    rejected.rejected_at
FROM main.rejected_documents AS rejected
WHERE resolved.holds(rejected.run_id, NULL)
