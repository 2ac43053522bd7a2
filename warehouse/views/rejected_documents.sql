-- One row per input that could not be read, as the last run that tried found it.
--
-- uri: Where it was found.
-- sha256: SHA-256 of its bytes; NULL where they could not be read.
-- reason: Short reason.
-- detail: The reason in full.
-- run_id: Id of the last run that rejected it.
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
QUALIFY row_number() OVER (PARTITION BY rejected.uri ORDER BY rejected.run_id DESC, rejected.rejection_id DESC) = 1
