-- severity: warning
-- reason: Nothing new has come from this source for far longer than it usually takes; its address or layout may have changed.
WITH days AS (
    SELECT source, CAST(loaded_at AS DATE) AS day FROM resolved.document_sources GROUP BY ALL
),
gaps AS (
    SELECT source, day, day - lag(day) OVER (PARTITION BY source ORDER BY day) AS gap FROM days
)
SELECT source, max(day) AS last_new, median(gap) AS usual_days, CAST(now.moment AS DATE) - max(day) AS days_since
FROM gaps, (
    SELECT coalesce(getvariable('checked_at'), (SELECT max(finished_at) FROM main.ingest_runs)) AS moment
) AS now
GROUP BY source, now.moment
HAVING count(gap) >= 3 AND days_since > greatest(3 * median(gap), 2)
ORDER BY ALL
