-- Who is party to agreements, and the steps that documents report.
SELECT
    party.agreement_id AS id,
    'party' AS field,
    party_of(party.person_id, party.organization_id, party.role, party.country_code) AS member,
    concat_ws('|', party.role, party.country_code, party.is_signatory, current_id('organization', party.organization_id)) AS told,
    concat_ws(', ', party.person, party.role, party.organization, party.country_code)
        || CASE WHEN party.is_signatory THEN ' (signed)' ELSE '' END AS words
FROM temp.main.shown_agreement_parties AS party
UNION
SELECT
    step.agreement_id,
    'step',
    concat_ws(' ', step.status, step.as_of, step.is_planned),
    '',
    concat(CASE WHEN step.is_planned THEN 'planned: ' END, replace(step.status, '_', ' '), ', ' || step.as_of)
FROM temp.main.shown_agreement_status_history AS step
