-- How much there is of everything, and from which day to which meetings and agreements are.
WITH days AS (
    SELECT start_date, end_date FROM reporting.meetings
    UNION ALL
    SELECT start_date, end_date FROM reporting.agreements
)
SELECT
    (SELECT count(*) FROM reporting.documents) AS documents,
    (SELECT count(*) FROM reporting.people) AS people,
    (SELECT count(*) FROM reporting.organizations) AS organizations,
    (SELECT count(*) FROM reporting.meetings) AS meetings,
    (SELECT count(*) FROM reporting.agreements) AS agreements,
    (SELECT count(*) FROM reporting.review_queue) AS waiting,
    (SELECT min(start_date) FROM days) AS first_day,
    (SELECT max(end_date) FROM days) AS last_day,
    (SELECT count(*) FROM reporting.meetings WHERE coalesce(start_date, end_date) IS NULL) AS undated
