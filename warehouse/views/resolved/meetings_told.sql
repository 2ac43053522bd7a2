-- What each current document says of each meeting, with the people and bodies that are meant: all that resolution weighs.
--
-- version_id: Internal key of the version.
-- account_key: Internal key that the account names.
-- document_id: Id of the document.
-- key: Natural key that it gives the meeting.
-- kind: meeting, call, visit or conference.
-- status: held, planned, cancelled or denied.
-- start_date: First possible day.
-- end_date: Last possible day, inclusive.
-- date_precision: day, approximate, month or unknown.
-- date_basis: Where the date comes from: stated, citation, period or none.
-- parties: Who takes part: id of the person, id of the body, role, country and side.
-- places: Where: id of the place, its country, and whether it is a whole state.
-- title: Name of the occasion, where it has one.
-- part_of: Natural key of the visit or conference that holds it, in the same document.
-- seen_on: Day that the document speaks from.
WITH parties AS (
    SELECT
        party.version_id,
        party.meeting_id,
        list((person.key, body.key, party.role, party.country_code, party.side) ORDER BY party.ordinal) AS parties
    FROM main.meeting_participants AS party
    LEFT JOIN resolved.person_accounts AS meant
        ON meant.version_id = party.version_id AND meant.account_key = party.person_id
    LEFT JOIN main.people AS person ON person.person_id = meant.person_key
    LEFT JOIN resolved.organization_accounts AS acting
        ON acting.version_id = party.version_id AND acting.account_key = party.organization_id
    LEFT JOIN main.organizations AS body ON body.organization_id = acting.organization_key
    GROUP BY ALL
),
places AS (
    SELECT
        stop.version_id,
        stop.meeting_id,
        list((place.key, place.country_code, place.name IS NULL) ORDER BY stop.ordinal) AS places
    FROM main.meeting_places AS stop
    JOIN main.places AS place USING (place_id)
    GROUP BY ALL
)
SELECT
    account.version_id,
    account.meeting_id AS account_key,
    version.document_id,
    meeting.key,
    account.kind,
    account.status,
    account.start_date,
    account.end_date,
    account.date_precision,
    account.date_basis,
    coalesce(parties.parties, []) AS parties,
    coalesce(places.places, []) AS places,
    account.title,
    whole.key AS part_of,
    version.seen_on
FROM main.meeting_accounts AS account
JOIN resolved.versions AS version USING (version_id)
JOIN main.meetings AS meeting USING (meeting_id)
LEFT JOIN main.meetings AS whole ON whole.meeting_id = account.part_of_meeting_id
LEFT JOIN parties USING (version_id, meeting_id)
LEFT JOIN places USING (version_id, meeting_id)
