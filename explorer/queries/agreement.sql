-- One agreement, with the step that is planned next.
SELECT agreement.*, tracker.next_planned
FROM reporting.agreements AS agreement
JOIN reporting.agreement_tracker AS tracker USING (agreement_id)
WHERE agreement.agreement_id = $id
