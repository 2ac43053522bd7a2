-- Accounts of meetings and calls held on one stated day between people all of whom are named, where the same people are told to
-- have met on another day as well.
--
-- version_id: Internal key of the version.
-- document_id: Id of the document.
-- meeting: Id of the meeting that is meant.
-- kind: meeting or call.
-- people: Ids of those who took part.
-- place: Id of the first place.
-- day: The day.
-- seen_on: Day that the document speaks from.
-- char_start: First code point of the words that tell of it.
-- char_end: Code point after the last one.
WITH attended AS (
    SELECT party.version_id, party.meeting_id, list_sort(list(DISTINCT meant.key)) AS people
    FROM main.meeting_participants AS party
    LEFT JOIN resolved.person_accounts AS person
        ON person.version_id = party.version_id AND person.account_key = party.person_id
    LEFT JOIN main.people AS meant ON meant.person_id = person.person_key
    GROUP BY ALL
    HAVING count(*) = count(meant.key) AND count(DISTINCT meant.key) > 1
),
words AS (
    SELECT
        piece.version_id,
        piece.meeting_id,
        min(piece.char_start) AS char_start,
        arg_min(piece.char_end, (piece.char_start, piece.char_end)) AS char_end
    FROM main.evidence AS piece
    WHERE piece.meeting_id IS NOT NULL
    GROUP BY ALL
)
SELECT
    link.version_id,
    link.document_id,
    meant.key AS meeting,
    meeting.kind,
    attended.people,
    place.key AS place,
    meeting.start_date AS day,
    version.seen_on,
    words.char_start,
    words.char_end
FROM resolved.meeting_links AS link
JOIN main.meeting_accounts AS meeting ON meeting.version_id = link.version_id AND meeting.meeting_id = link.account_key
JOIN main.meetings AS meant ON meant.meeting_id = link.meeting_key
JOIN attended ON attended.version_id = link.version_id AND attended.meeting_id = link.account_key
JOIN words ON words.version_id = link.version_id AND words.meeting_id = link.account_key
JOIN resolved.versions AS version ON version.version_id = link.version_id
LEFT JOIN main.meeting_places AS stop
    ON stop.version_id = link.version_id AND stop.meeting_id = link.account_key AND stop.ordinal = 0
LEFT JOIN main.places AS place ON place.place_id = stop.place_id
WHERE meeting.status = 'held' AND meeting.date_precision = 'day' AND meeting.date_basis = 'stated'
    AND meeting.start_date = meeting.end_date AND meeting.kind IN ('meeting', 'call')
WINDOW same_people AS (PARTITION BY meeting.kind, attended.people)
QUALIFY min(meeting.start_date) OVER same_people < max(meeting.start_date) OVER same_people
