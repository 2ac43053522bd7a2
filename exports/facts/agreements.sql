-- One row per agreement asked for, with its parties, steps and proofs.
WITH parties AS (
    SELECT
        party.agreement_id,
        list({
            'person_id': party.person_id,
            'person': party.person,
            'organization_id': party.organization_id,
            'organization': party.organization,
            'role': party.role,
            'country_code': coalesce(party.country_code, person.country_code),
            'is_signatory': party.is_signatory
        } ORDER BY party.ordinal) AS parties
    FROM asked
    JOIN reporting.agreement_parties AS party USING (agreement_id)
    LEFT JOIN reporting.people AS person USING (person_id)
    GROUP BY party.agreement_id
),
steps AS (
    SELECT
        agreement_id,
        list(DISTINCT {
            'day': step.as_of, 'status': step.status, 'precision': step.date_precision, 'is_planned': step.is_planned
        } ORDER BY {
            'day': step.as_of, 'status': step.status, 'precision': step.date_precision, 'is_planned': step.is_planned
        }) AS steps
    FROM asked
    JOIN reporting.agreement_status_history AS step USING (agreement_id)
    GROUP BY agreement_id
)
SELECT
    asked.agreement_id AS id,
    asked.kind,
    asked.subject,
    asked.status,
    {
        'first': asked.start_date,
        'last': asked.end_date,
        'precision': asked.date_precision,
        'stated': asked.date_stated
    } AS days,
    coalesce(parties.parties, []) AS parties,
    coalesce(steps.steps, []) AS steps,
    coalesce(proofs.proofs, []) AS proofs
FROM asked
LEFT JOIN parties USING (agreement_id)
LEFT JOIN steps USING (agreement_id)
LEFT JOIN proofs ON proofs.fact_id = asked.agreement_id
