-- One row per post asked for, with its proofs.
SELECT
    asked.id,
    asked.person_id,
    asked.title,
    asked.organization_id,
    asked.organization,
    asked.country_code,
    asked.is_former,
    asked.valid_from,
    asked.valid_to,
    asked.first_seen,
    asked.last_seen,
    coalesce(proofs.proofs, []) AS proofs
FROM asked
LEFT JOIN proofs ON proofs.fact_id = asked.id
