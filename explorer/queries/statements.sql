-- What sources say of what a person or an organization took part in, each quote once, the latest first.
WITH facts AS (
    SELECT 'meeting' AS fact_kind, meeting_id AS fact_id FROM reporting.meeting_participants
    WHERE CASE WHEN $of = 'person' THEN person_id ELSE organization_id END = $id
    UNION
    SELECT 'agreement', agreement_id FROM reporting.agreement_parties
    WHERE CASE WHEN $of = 'person' THEN person_id ELSE organization_id END = $id
    UNION
    SELECT 'position', position_id FROM reporting.person_positions
    WHERE CASE WHEN $of = 'person' THEN person_id ELSE organization_id END = $id
),
told AS (
    SELECT
        facts.*,
        coalesce(meeting.kind, agreement.kind) AS kind,
        agreement.subject,
        coalesce(meeting.start_date, agreement.start_date) AS start_date,
        coalesce(meeting.end_date, agreement.end_date) AS end_date,
        coalesce(meeting.date_precision, agreement.date_precision) AS date_precision
    FROM facts
    LEFT JOIN reporting.meetings AS meeting ON facts.fact_kind = 'meeting' AND meeting.meeting_id = facts.fact_id
    LEFT JOIN reporting.agreements AS agreement ON facts.fact_kind = 'agreement' AND agreement.agreement_id = facts.fact_id
),
quoted AS (
    SELECT
        piece.document_id,
        any_value(piece.document) AS document,
        piece.char_start,
        piece.char_end,
        any_value(piece.quote) AS quote,
        any_value(piece.section) AS section,
        any_value(piece.page) AS page,
        any_value(piece.passage_id) AS passage_id,
        any_value(coalesce(document.published_on, document.period_end)) AS told_on,
        list(DISTINCT struct_pack(outlet := piece.outlet, day := piece.outlet_date))
            FILTER (piece.outlet IS NOT NULL) AS outlets,
        list(DISTINCT struct_pack(fact_kind := told.fact_kind, fact_id := told.fact_id, kind := told.kind,
                                  subject := told.subject, start_date := told.start_date, end_date := told.end_date,
                                  date_precision := told.date_precision))
            FILTER (piece.fact_kind <> 'position') AS facts
    FROM told
    JOIN reporting.evidence AS piece USING (fact_kind, fact_id)
    JOIN reporting.documents AS document ON document.document_id = piece.document_id
    GROUP BY piece.document_id, piece.char_start, piece.char_end
)
SELECT quoted.*, passage.ordinal, count(*) OVER () AS found
FROM quoted
JOIN reporting.passages AS passage USING (passage_id)
ORDER BY told_on DESC NULLS LAST, document_id, char_start
LIMIT $most OFFSET $skipped
