-- Countries that meetings were in or that took part in them, or in agreements.
SELECT DISTINCT country_code FROM reporting.meeting_participants WHERE country_code IS NOT NULL
UNION
SELECT country_code FROM reporting.meeting_places WHERE country_code IS NOT NULL
UNION
SELECT country_code FROM reporting.agreement_parties WHERE country_code IS NOT NULL
