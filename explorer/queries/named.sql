-- What the things of some ids are called.
SELECT 'person' AS kind, person_id AS id, name
FROM reporting.people WHERE person_id IN (SELECT unnest($ids::VARCHAR[]))
UNION ALL
SELECT 'organization', organization_id, name
FROM reporting.organizations WHERE organization_id IN (SELECT unnest($ids::VARCHAR[]))
UNION ALL
SELECT 'agreement', agreement_id, subject FROM reporting.agreements WHERE agreement_id IN (SELECT unnest($ids::VARCHAR[]))
UNION ALL
SELECT 'position', position_id, concat_ws(', ', title, organization) || ' of ' || person
FROM reporting.person_positions WHERE position_id IN (SELECT unnest($ids::VARCHAR[]))
UNION ALL
SELECT 'outlet', outlet_id, name FROM reporting.outlets WHERE outlet_id IN (SELECT unnest($ids::VARCHAR[]))
UNION ALL
SELECT DISTINCT 'place', place_id, place FROM reporting.meeting_places WHERE place_id IN (SELECT unnest($ids::VARCHAR[]))
UNION ALL
SELECT 'finding', finding_id, explanation FROM reporting.quality_findings WHERE finding_id IN (SELECT unnest($ids::VARCHAR[]))
UNION ALL
SELECT
    'meeting',
    meeting.meeting_id,
    concat_ws(', ', strftime(meeting.start_date, '%-d %B %Y'), meeting.kind || ' of ' || parties.named, meeting.place)
FROM reporting.meetings AS meeting
LEFT JOIN (
    SELECT meeting_id, string_agg(coalesce(person, organization, role, country_code), ', ' ORDER BY ordinal) AS named
    FROM reporting.meeting_participants
    WHERE meeting_id IN (SELECT unnest($ids::VARCHAR[]))
    GROUP BY meeting_id
) AS parties USING (meeting_id)
WHERE meeting.meeting_id IN (SELECT unnest($ids::VARCHAR[]))
