-- Agreements that pass the filters, the latest first, each with its parties. What is not asked for is NULL.
WITH chosen AS (
    SELECT agreement.*
    FROM reporting.agreements AS agreement
    WHERE coalesce(agreement.end_date, agreement.start_date) >= $first::DATE IS NOT FALSE
        AND coalesce(agreement.start_date, agreement.end_date) <= $last::DATE IS NOT FALSE
        AND ($first::DATE IS NULL AND $last::DATE IS NULL OR coalesce(agreement.start_date, agreement.end_date) IS NOT NULL)
        AND ($status::VARCHAR IS NULL OR agreement.status = $status)
        AND ($country::VARCHAR IS NULL
            OR agreement.agreement_id IN (SELECT agreement_id FROM reporting.agreement_parties WHERE country_code = $country))
        AND ($person::VARCHAR IS NULL
            OR agreement.agreement_id IN (SELECT agreement_id FROM reporting.agreement_parties WHERE person_id = $person))
        AND ($organization::VARCHAR IS NULL
            OR agreement.agreement_id IN (SELECT agreement_id FROM reporting.agreement_parties
                WHERE organization_id = $organization))
),
shown AS (
    SELECT *, count(*) OVER (PARTITION BY status) AS found
    FROM chosen
    QUALIFY row_number() OVER (PARTITION BY status ORDER BY coalesce(end_date, start_date) DESC NULLS LAST, agreement_id)
        BETWEEN $skipped::BIGINT + 1 AND $skipped::BIGINT + $most::BIGINT
),
parties AS (
    SELECT
        party.agreement_id,
        list(struct_pack(person_id := party.person_id, person := party.person, organization_id := party.organization_id,
                         organization := party.organization, role := party.role, country_code := party.country_code)
             ORDER BY party.ordinal) AS parties
    FROM reporting.agreement_parties AS party
    WHERE party.agreement_id IN (SELECT agreement_id FROM shown)
    GROUP BY party.agreement_id
)
SELECT shown.*, tracker.next_planned, coalesce(parties.parties, []) AS parties
FROM shown
JOIN reporting.agreement_tracker AS tracker USING (agreement_id)
LEFT JOIN parties USING (agreement_id)
ORDER BY coalesce(shown.end_date, shown.start_date) DESC NULLS LAST, shown.agreement_id
