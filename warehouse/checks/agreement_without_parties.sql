-- severity: info
-- reason: An agreement of nobody is of little use; the parties were probably not recognised.
SELECT agreement.agreement_id, agreement.kind, agreement.subject
FROM reporting.agreements AS agreement
ANTI JOIN reporting.agreement_parties AS party ON party.agreement_id = agreement.agreement_id
ORDER BY ALL
