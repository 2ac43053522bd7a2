-- One row per post that a person holds or held, with its proofs.
SELECT
    position.position_id AS id,
    position.person_id,
    position.title,
    position.organization_id,
    position.organization,
    position.country_code,
    position.is_former,
    position.valid_from,
    position.valid_to,
    position.first_seen,
    position.last_seen,
    coalesce(proofs.proofs, []) AS proofs
FROM reporting.person_positions AS position
LEFT JOIN proofs ON proofs.fact_id = position.position_id
