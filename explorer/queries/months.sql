-- Meetings by month and status.
SELECT month, status, sum(meetings)::BIGINT AS meetings
FROM reporting.meetings_by_month
WHERE month IS NOT NULL
GROUP BY ALL
ORDER BY month, status
