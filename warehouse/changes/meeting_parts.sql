-- Who takes part in meetings, where they are held, what they are about, and what they are part of.
SELECT
    participant.meeting_id AS id,
    'participant' AS field,
    party_of(participant.person_id, participant.organization_id, participant.role, participant.country_code) AS member,
    concat_ws('|', participant.role, participant.side, participant.on_behalf_of, participant.country_code,
              current_id('organization', participant.organization_id)) AS told,
    concat_ws(', ', participant.person, participant.role, participant.organization, 'for ' || participant.on_behalf_of,
              participant.country_code)
        || CASE WHEN participant.side = 'unknown' THEN '' ELSE concat(' (', replace(participant.side, '_', ' '), ')') END AS words
FROM temp.main.shown_meeting_participants AS participant
UNION ALL
SELECT place.meeting_id, 'place', place.place_id, '', coalesce(place.place, place.country_code)
FROM temp.main.shown_meeting_places AS place
UNION ALL
SELECT meeting.meeting_id, 'place', concat('named ', meeting.place), '', meeting.place
FROM temp.main.shown_meetings AS meeting
ANTI JOIN temp.main.shown_meeting_places AS place ON place.meeting_id = meeting.meeting_id AND place.place = meeting.place
WHERE meeting.place IS NOT NULL
UNION ALL
SELECT topic.meeting_id, 'topic', topic.topic, '', topic.topic
FROM temp.main.shown_meeting_topics AS topic
UNION ALL
SELECT
    meeting.meeting_id,
    'part_of',
    '',
    current_id('meeting', meeting.part_of_meeting_id),
    concat_ws(', ', concat(day_words(whole.start_date, whole.end_date), ': ', whole.kind), whole.title, whole.place)
FROM temp.main.shown_meetings AS meeting
JOIN temp.main.shown_meetings AS whole ON whole.meeting_id = meeting.part_of_meeting_id
