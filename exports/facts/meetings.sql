-- One row per meeting asked for, with its parties, places, topics and proofs. Where `$told`, those are asked for as well that a
-- document of the period tells of without a day, or as something that lies ahead or did not come about.
WITH told AS (
    SELECT DISTINCT evidence.fact_id
    FROM reporting.evidence AS evidence
    JOIN reporting.documents AS document USING (document_id)
    WHERE evidence.fact_kind = 'meeting'
        AND coalesce(document.period_end, document.published_on)
            BETWEEN coalesce($first::DATE, '-infinity') AND coalesce($last::DATE, 'infinity')
),
asked AS (
    SELECT meeting.*
    FROM reporting.meetings AS meeting
    WHERE list_contains($statuses::VARCHAR[], meeting.status)
        AND (
            ($first::DATE IS NULL OR meeting.end_date >= $first::DATE)
            AND ($last::DATE IS NULL OR meeting.start_date <= $last::DATE)
            OR $told::BOOLEAN
            AND (meeting.status <> 'held' OR meeting.start_date IS NULL)
            AND meeting.meeting_id IN (FROM told)
        )
        AND (
            len($countries::VARCHAR[]) = 0
            OR list_contains($countries::VARCHAR[], meeting.country_code)
            OR meeting.meeting_id IN (
                SELECT participant.meeting_id
                FROM reporting.meeting_participants AS participant
                LEFT JOIN reporting.people AS person USING (person_id)
                WHERE list_contains($countries::VARCHAR[], coalesce(participant.country_code, person.country_code))
            )
        )
),
parties AS (
    SELECT
        participant.meeting_id,
        list({
            'person_id': participant.person_id,
            'person': participant.person,
            'organization_id': participant.organization_id,
            'organization': participant.organization,
            'role': participant.role,
            'country_code': coalesce(participant.country_code, person.country_code),
            'side': participant.side
        } ORDER BY participant.ordinal) AS parties
    FROM reporting.meeting_participants AS participant
    LEFT JOIN reporting.people AS person USING (person_id)
    GROUP BY participant.meeting_id
),
places AS (
    SELECT
        meeting_id,
        list({
            'name': place,
            'country_code': country_code,
            'latitude': latitude,
            'longitude': longitude
        } ORDER BY place_id) AS places
    FROM reporting.meeting_places
    GROUP BY meeting_id
),
topics AS (
    SELECT meeting_id, list(topic ORDER BY topic) AS topics
    FROM reporting.meeting_topics
    GROUP BY meeting_id
)
SELECT
    asked.meeting_id AS id,
    asked.kind,
    asked.status,
    {
        'first': asked.start_date,
        'last': asked.end_date,
        'precision': asked.date_precision,
        'stated': asked.date_stated
    } AS days,
    asked.title,
    asked.part_of_meeting_id AS part_of,
    coalesce(topics.topics, []) AS topics,
    coalesce(places.places, []) AS places,
    coalesce(parties.parties, []) AS parties,
    coalesce(proofs.proofs, []) AS proofs
FROM asked
LEFT JOIN parties USING (meeting_id)
LEFT JOIN places USING (meeting_id)
LEFT JOIN topics USING (meeting_id)
LEFT JOIN proofs ON proofs.fact_id = asked.meeting_id
