-- One row per place of one meeting.
--
-- meeting_id: Id of the meeting.
-- place_id: Id of the place.
-- place: Name of the place; NULL where only the state is known.
-- country_code: State that it lies in.
-- latitude: Degrees north, WGS 84.
-- longitude: Degrees east, WGS 84.
SELECT
    meeting.key AS meeting_id,
    place.place_id,
    place.place,
    place.country_code,
    place.latitude,
    place.longitude
FROM resolved.meeting_places AS place
JOIN main.meetings AS meeting ON meeting.meeting_id = place.meeting_key
