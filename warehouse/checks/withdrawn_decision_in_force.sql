-- severity: error
-- reason: A decision that was withdrawn must no longer change what is shown.
SELECT correction.kind, correction.id, correction.field, correction.value, decision.decision_id, decision.withdrawn_run_id
FROM main.corrections AS correction
JOIN main.decisions AS decision USING (decision_id)
WHERE correction.ended_run_id IS NULL AND decision.withdrawn_run_id IS NOT NULL
ORDER BY ALL
