-- Agreements, in the columns that are compared.
WITH named AS (
    SELECT
        party.agreement_id,
        string_agg(coalesce(party.person, party.organization, party.role, party.country_code), ', ' ORDER BY party.ordinal)
            AS parties
    FROM temp.main.shown_agreement_parties AS party
    GROUP BY party.agreement_id
)
SELECT
    agreement.agreement_id AS id,
    concat(agreement.subject, ' (', agreement.kind, ', ', replace(agreement.status, '_', ' '),
           ' ' || day_words(agreement.start_date, agreement.end_date), ')', ': ' || named.parties) AS label,
    agreement.kind,
    agreement.subject,
    agreement.status,
    agreement.start_date,
    agreement.end_date,
    agreement.date_precision
FROM temp.main.shown_agreements AS agreement
LEFT JOIN named USING (agreement_id)
