-- One row per news source, of the reference data or cited by a document.
--
-- outlet_id: Stable id of the outlet.
-- name: Usual name.
-- country_code: Country that it reports from.
-- kind: Kind of outlet.
-- reliability: Admiralty letter, A reliable to F cannot be judged; NULL where nobody judged.
-- citations: Number of times that documents cite it.
-- first_cited: Earliest day of a report that is cited, else of the citing document.
-- last_cited: Latest such day.
WITH cited AS (
    SELECT
        citation.outlet_id AS outlet_key,
        count(*) AS citations,
        min(coalesce(citation.reported_on, version.seen_on)) AS first_cited,
        max(coalesce(citation.reported_on, version.seen_on)) AS last_cited
    FROM main.citations AS citation
    JOIN resolved.versions AS version USING (version_id)
    GROUP BY citation.outlet_id
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
LEFT JOIN cited ON cited.outlet_key = outlet.outlet_key
