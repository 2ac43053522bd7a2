-- One row per place, with the name of the reference data or of the documents.
--
-- place_key: Internal key.
-- place_id: Id of the place.
-- name: Usual name; NULL where only the state is known.
-- country_code: State that it lies in.
-- latitude: Degrees north.
-- longitude: Degrees east.
SELECT
    place.place_id AS place_key,
    place.key AS place_id,
    coalesce(profile.name, place.name) AS name,
    place.country_code,
    profile.latitude,
    profile.longitude
FROM main.places AS place
LEFT JOIN main.place_profiles AS profile ON profile.place_id = place.place_id
