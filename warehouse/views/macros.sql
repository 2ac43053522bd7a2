-- Whether a derived row that holds from run `since` on, and ended with run `until`, is to be shown: now, or as of the run that the
-- session names with SET VARIABLE as_of_run.
CREATE MACRO resolved.holds(since, until) AS (
    CASE
        WHEN getvariable('as_of_run') IS NULL THEN until IS NULL
        ELSE since <= getvariable('as_of_run') AND (until IS NULL OR until > getvariable('as_of_run'))
    END
);

-- Which run stands for a day: the last that had ended by the end of it, UTC; 0, a run before all others, where none had.
CREATE MACRO reporting.run_of_day(day) AS (
    SELECT coalesce(max(run.run_id), 0)
    FROM main.ingest_runs AS run
    WHERE run.finished_at < CAST(day AS DATE) + INTERVAL 1 DAY
);

COMMENT ON MACRO reporting.run_of_day IS 'Run that stands for a day: the last that had ended by the end of it, UTC; 0 for none.';
