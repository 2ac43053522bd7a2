-- One row per outlet and month in which documents cite it.
--
-- outlet_id: Id of the outlet.
-- outlet: Name of the outlet.
-- country_code: Country that it reports from.
-- month: First day of the month of the reports cited, else of the citing documents; NULL where neither is known.
-- facts: Number of facts that rest on it.
-- meetings: Number of meetings among them.
-- agreements: Number of agreements among them.
-- documents: Number of documents that cite it.
SELECT
    outlet.outlet_id,
    outlet.name AS outlet,
    outlet.country_code,
    CAST(date_trunc('month', coalesce(piece.outlet_date, piece.seen_on)) AS DATE) AS month,
    count(DISTINCT (piece.meeting_key, piece.agreement_key, piece.position_id)) AS facts,
    count(DISTINCT piece.meeting_key) AS meetings,
    count(DISTINCT piece.agreement_key) AS agreements,
    count(DISTINCT piece.document_id) AS documents
FROM resolved.evidence AS piece
JOIN resolved.outlets AS outlet ON outlet.outlet_key = piece.outlet_key
GROUP BY ALL
