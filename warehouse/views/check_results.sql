-- One row per check of the data and time that all checks were run: how many bad rows it found, and how many the time before.
--
-- run_id: Id of the last run in the ledger when it was checked.
-- checked_at: When it was checked, UTC.
-- name: Name of the check.
-- severity: error, warning or info.
-- reason: Why rows that it finds are bad.
-- bad_rows: Bad rows that it found; 0 where all was well.
-- bad_rows_before: Bad rows that it had found the time before; NULL the first time.
SELECT
    concat('run-', result.run_id) AS run_id,
    result.checked_at,
    result.name,
    result.severity,
    result.reason,
    result.bad_rows,
    lag(result.bad_rows) OVER (PARTITION BY result.name ORDER BY result.run_id, result.checked_at) AS bad_rows_before
FROM main.check_results AS result
WHERE resolved.holds(result.run_id, NULL)
