-- severity: error
-- reason: Nothing ends before it begins. The tables refuse it; the views must not make it up.
SELECT 'meeting' AS fact_kind, meeting_id AS fact_id, start_date, end_date
FROM reporting.meetings
WHERE end_date < start_date
UNION ALL
SELECT 'agreement', agreement_id, start_date, end_date
FROM reporting.agreements
WHERE end_date < start_date
UNION ALL
SELECT 'document', document_id, period_start, period_end
FROM reporting.documents
WHERE period_end < period_start
UNION ALL
SELECT 'position', position_id, valid_from, valid_to
FROM reporting.person_positions
WHERE valid_to < valid_from
ORDER BY ALL
