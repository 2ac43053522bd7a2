-- The parties to an agreement.
SELECT * FROM reporting.agreement_parties WHERE agreement_id = $id ORDER BY ordinal
