-- One row per news source, of the reference data or named by a document.
--
-- outlet_id: Stable id of the outlet.
-- name: Usual name.
-- country_code: Country that it reports from.
-- kind: Kind of outlet.
-- reliability: Admiralty letter, A reliable to F cannot be judged; NULL where nobody judged.
-- citations: Number of times that documents cite it.
-- first_cited: Earliest day of a report that is cited, else of the citing document.
-- last_cited: Latest such day.
WITH links AS (
    SELECT link.outlet_id, link.resolved_outlet_id
    FROM main.outlet_links AS link
    WHERE resolved.holds(link.run_id, link.ended_run_id)
),
cited AS (
    SELECT
        coalesce(links.resolved_outlet_id, citation.outlet_id) AS outlet_key,
        count(*) AS citations,
        min(coalesce(citation.reported_on, version.seen_on)) AS first_cited,
        max(coalesce(citation.reported_on, version.seen_on)) AS last_cited
    FROM main.citations AS citation
    JOIN resolved.versions AS version USING (version_id)
    LEFT JOIN links USING (outlet_id)
    GROUP BY ALL
),
known AS (
    SELECT profile.outlet_id AS outlet_key
    FROM main.outlet_profiles AS profile
    UNION
    SELECT cited.outlet_key
    FROM cited
    UNION
    SELECT coalesce(links.resolved_outlet_id, mention.outlet_id)
    FROM main.mentions AS mention
    JOIN resolved.versions AS version USING (version_id)
    LEFT JOIN links USING (outlet_id)
)
SELECT
    outlet.outlet_id,
    outlet.name,
    outlet.country_code,
    outlet.kind,
    outlet.reliability,
    coalesce(cited.citations, 0) AS citations,
    cited.first_cited,
    cited.last_cited
FROM resolved.outlets AS outlet
SEMI JOIN known ON known.outlet_key = outlet.outlet_key
LEFT JOIN cited ON cited.outlet_key = outlet.outlet_key
