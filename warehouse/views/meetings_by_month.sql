-- One row per month, kind and status of meetings.
--
-- month: First day of the month; NULL where no date is known.
-- kind: meeting, call, visit or conference.
-- status: held, planned, cancelled or denied.
-- meetings: Number of meetings.
-- sources: Sum of the sources that support them.
SELECT
    CAST(date_trunc('month', coalesce(meeting.start_date, meeting.end_date)) AS DATE) AS month,
    meeting.kind,
    meeting.status,
    count(*) AS meetings,
    CAST(sum(meeting.source_count) AS BIGINT) AS sources
FROM reporting.meetings AS meeting
GROUP BY ALL
