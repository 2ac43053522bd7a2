-- One row per outlet, with the name of the reference data or of the documents. One that is another by decision is left out.
--
-- outlet_key: Internal key.
-- outlet_id: Id of the outlet.
-- name: Usual name.
-- country_code: Country that it reports from.
-- kind: Kind of outlet.
-- reliability: Admiralty letter.
SELECT
    outlet.outlet_id AS outlet_key,
    outlet.key AS outlet_id,
    coalesce(profile.name, outlet.name) AS name,
    profile.country_code,
    profile.kind,
    profile.reliability
FROM main.outlets AS outlet
LEFT JOIN main.outlet_profiles AS profile ON profile.outlet_id = outlet.outlet_id
ANTI JOIN main.outlet_links AS link ON link.outlet_id = outlet.outlet_id AND resolved.holds(link.run_id, link.ended_run_id)
