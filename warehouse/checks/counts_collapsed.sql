-- severity: error
-- reason: The last run left less than half of what was there before; look what it replaced before anybody relies on it.
WITH counted AS (
    SELECT run_id, counted, things, lag(things) OVER (PARTITION BY counted ORDER BY run_id) AS things_before
    FROM main.run_counts
)
SELECT concat('run-', counted.run_id) AS run_id, counted.counted, counted.things, counted.things_before
FROM counted
WHERE counted.run_id = (SELECT max(run_id) FROM main.run_counts)
    AND counted.things_before >= 20 AND 2 * counted.things < counted.things_before
ORDER BY ALL
