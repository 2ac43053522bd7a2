-- Places of meetings from all current accounts, each place once, in the order of the best account that names it.
--
-- meeting_key: Internal key of the meeting.
-- ordinal: Position of the place, from 0.
-- place_id: Id of the place.
-- place: Name of the place; NULL where only the state is known.
-- country_code: State that it lies in.
-- latitude: Degrees north.
-- longitude: Degrees east.
WITH named AS (
    SELECT account.meeting_key, detail.place_id AS place_key, min((account.rank, detail.ordinal)) AS position
    FROM main.meeting_places AS detail
    JOIN resolved.meeting_accounts AS account
        ON account.version_id = detail.version_id AND account.account_key = detail.meeting_id
    GROUP BY account.meeting_key, detail.place_id
)
SELECT
    named.meeting_key,
    row_number() OVER (PARTITION BY named.meeting_key ORDER BY named.position) - 1 AS ordinal,
    place.place_id,
    place.name AS place,
    place.country_code,
    place.latitude,
    place.longitude
FROM named
JOIN resolved.places AS place ON place.place_key = named.place_key
