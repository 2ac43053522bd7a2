-- severity: error
-- reason: An id that was shown once leads to one that is shown now, and one that is shown leads nowhere else.
WITH shown AS (
    SELECT DISTINCT meant.kind, meant.id FROM resolved.accounts_meant AS meant
)
SELECT former.kind, former.id, former.survivor_id, survivor.id IS NOT NULL AS leads_somewhere, itself.id IS NOT NULL AS is_shown
FROM main.former_ids AS former
LEFT JOIN shown AS survivor ON survivor.kind = former.kind AND survivor.id = former.survivor_id
LEFT JOIN shown AS itself ON itself.kind = former.kind AND itself.id = former.id
WHERE former.ended_run_id IS NULL AND (survivor.id IS NULL OR itself.id IS NOT NULL)
ORDER BY ALL
