-- The people who took part in most meetings.
SELECT person_id, name, current_title, country_code, meetings
FROM reporting.people
WHERE meetings > 0
ORDER BY meetings DESC, name
LIMIT $most
