-- severity: warning
-- reason: The latest documents of this source tell far less than its earlier ones; its layout may have changed.
WITH told AS (
    SELECT version_id FROM main.person_accounts
    UNION ALL SELECT version_id FROM main.organization_accounts
    UNION ALL SELECT version_id FROM main.meeting_accounts
    UNION ALL SELECT version_id FROM main.agreement_accounts
),
counted AS (
    SELECT version_id, count(*) AS told FROM told GROUP BY version_id
),
placed AS (
    SELECT
        origin.source,
        coalesce(counted.told, 0) AS told,
        origin.run_id = max(origin.run_id) OVER of_source
            OR row_number() OVER (of_source ORDER BY origin.version_id DESC) <= 3 AS is_late
    FROM resolved.document_sources AS origin
    LEFT JOIN counted USING (version_id)
    WINDOW of_source AS (PARTITION BY origin.source)
)
SELECT
    source,
    count(*) FILTER (is_late) AS latest_documents,
    round(avg(told) FILTER (is_late), 1) AS told_in_each,
    count(*) FILTER (NOT is_late) AS earlier_documents,
    round(avg(told) FILTER (NOT is_late), 1) AS told_in_each_before
FROM placed
GROUP BY source
HAVING latest_documents >= 3 AND earlier_documents >= 5 AND told_in_each_before >= 2 AND 4 * told_in_each < told_in_each_before
ORDER BY ALL
