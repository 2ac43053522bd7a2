-- severity: warning
-- reason: A date that is called known must be there, and one that is called unknown must not.
SELECT meeting_id, date_precision, date_basis, start_date, end_date
FROM reporting.meetings
WHERE (date_precision = 'unknown') <> (start_date IS NULL AND end_date IS NULL)
ORDER BY ALL
