-- One row per agreement asked for. It is in a period where one of its days or steps is.
SELECT agreement.agreement_id AS id, agreement.*
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
