-- What a document tells between two places of its text: meetings and agreements, each with who took part.
WITH pieces AS (
    SELECT DISTINCT fact_kind, fact_id, passage_id, char_start, char_end
    FROM reporting.evidence
    WHERE document_id = $id AND fact_kind IN ('meeting', 'agreement') AND char_start < $until AND char_end > $since
),
parties AS (
    SELECT 'meeting' AS fact_kind, meeting_id AS fact_id, ordinal, person, organization, role, country_code
    FROM reporting.meeting_participants
    WHERE meeting_id IN (SELECT fact_id FROM pieces)
    UNION ALL
    SELECT 'agreement', agreement_id, ordinal, person, organization, role, country_code
    FROM reporting.agreement_parties
    WHERE agreement_id IN (SELECT fact_id FROM pieces)
),
named AS (
    SELECT
        fact_kind,
        fact_id,
        list(struct_pack(person := person, organization := organization, role := role, country_code := country_code)
             ORDER BY ordinal) AS parties
    FROM parties
    GROUP BY fact_kind, fact_id
)
SELECT
    pieces.*,
    coalesce(meeting.kind, agreement.kind) AS kind,
    coalesce(meeting.status, agreement.status) AS status,
    coalesce(meeting.start_date, agreement.start_date) AS start_date,
    coalesce(meeting.end_date, agreement.end_date) AS end_date,
    coalesce(meeting.date_precision, agreement.date_precision) AS date_precision,
    coalesce(meeting.title, agreement.subject) AS title,
    meeting.place,
    coalesce(named.parties, []) AS parties
FROM pieces
LEFT JOIN reporting.meetings AS meeting ON pieces.fact_kind = 'meeting' AND meeting.meeting_id = pieces.fact_id
LEFT JOIN reporting.agreements AS agreement ON pieces.fact_kind = 'agreement' AND agreement.agreement_id = pieces.fact_id
LEFT JOIN named ON named.fact_kind = pieces.fact_kind AND named.fact_id = pieces.fact_id
WHERE meeting.meeting_id IS NOT NULL OR agreement.agreement_id IS NOT NULL
ORDER BY pieces.char_start, pieces.fact_kind DESC, pieces.fact_id
