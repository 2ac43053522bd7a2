-- severity: error
-- reason: A correction holds for something that is shown, or that it takes away; one for any other id has gone astray.
SELECT correction.kind, correction.id, correction.field, correction.decision_id
FROM main.corrections AS correction
ANTI JOIN resolved.accounts_meant AS meant ON meant.kind = correction.kind AND meant.id = correction.id
WHERE correction.ended_run_id IS NULL
ORDER BY ALL
