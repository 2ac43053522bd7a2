-- One row per meeting asked for, with its parties, places, topics and proofs; the first place is the one that `meetings` shows.
WITH parties AS (
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
    FROM asked
    JOIN reporting.meeting_participants AS participant USING (meeting_id)
    LEFT JOIN reporting.people AS person USING (person_id)
    GROUP BY participant.meeting_id
),
places AS (
    SELECT
        meeting_id,
        list({
            'name': stop.place,
            'country_code': stop.country_code,
            'latitude': stop.latitude,
            'longitude': stop.longitude
        } ORDER BY stop.place IS DISTINCT FROM asked.place, stop.place_id) AS places
    FROM asked
    JOIN reporting.meeting_places AS stop USING (meeting_id)
    GROUP BY meeting_id
),
topics AS (
    SELECT meeting_id, list(topic ORDER BY topic) AS topics
    FROM asked
    JOIN reporting.meeting_topics USING (meeting_id)
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
