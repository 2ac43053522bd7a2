-- severity: error
-- reason: Every country code must be one that the reference data knows.
WITH used AS (
    SELECT 'people' AS shown_in, country_code FROM resolved.people
    UNION SELECT 'organizations', country_code FROM resolved.organizations
    UNION SELECT 'person_positions', country_code FROM reporting.person_positions
    UNION SELECT 'meetings', country_code FROM reporting.meetings
    UNION SELECT 'meeting_participants', country_code FROM reporting.meeting_participants
    UNION SELECT 'agreement_parties', country_code FROM reporting.agreement_parties
    UNION SELECT 'outlets', country_code FROM reporting.outlets
)
SELECT used.shown_in, used.country_code
FROM used
ANTI JOIN main.countries AS country ON country.country_code = used.country_code
WHERE used.country_code IS NOT NULL
ORDER BY ALL
