-- One row per agreement asked for, with its parties, steps and proofs. It is in a period where one of its days or steps is.
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
    FROM reporting.agreement_parties AS party
    LEFT JOIN reporting.people AS person USING (person_id)
    GROUP BY party.agreement_id
),
steps AS (
    SELECT
        agreement_id,
        list(DISTINCT {'day': as_of, 'status': status, 'precision': date_precision, 'is_planned': is_planned}
            ORDER BY {'day': as_of, 'status': status, 'precision': date_precision, 'is_planned': is_planned}) AS steps
    FROM reporting.agreement_status_history
    GROUP BY agreement_id
),
asked AS (
    SELECT agreement.*
    FROM reporting.agreements AS agreement
    WHERE (
        ($first::DATE IS NULL AND $last::DATE IS NULL)
        OR (agreement.end_date >= coalesce($first::DATE, agreement.end_date)
            AND agreement.start_date <= coalesce($last::DATE, agreement.start_date))
        OR agreement.agreement_id IN (
            SELECT step.agreement_id
            FROM reporting.agreement_status_history AS step
            WHERE step.as_of BETWEEN coalesce($first::DATE, step.as_of) AND coalesce($last::DATE, step.as_of)
        )
    )
    AND (
        len($countries::VARCHAR[]) = 0
        OR agreement.agreement_id IN (
            SELECT party.agreement_id
            FROM reporting.agreement_parties AS party
            LEFT JOIN reporting.people AS person USING (person_id)
            WHERE list_contains($countries::VARCHAR[], coalesce(party.country_code, person.country_code))
        )
    )
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
