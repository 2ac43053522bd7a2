-- One row per run and kind of thing: how many of them the views showed after the run, and after the run before.
--
-- run_id: Id of the run.
-- counted: documents, people, organizations, meetings, agreements or evidence.
-- things: How many the views showed after the run.
-- things_before: How many they showed after the run before; NULL for the first that was counted.
SELECT
    concat('run-', counts.run_id) AS run_id,
    counts.counted,
    counts.things,
    lag(counts.things) OVER (PARTITION BY counts.counted ORDER BY counts.run_id) AS things_before
FROM main.run_counts AS counts
WHERE resolved.holds(counts.run_id, NULL)
