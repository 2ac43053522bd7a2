-- Decisions that were made or withdrawn since a publication, the latest first.
SELECT decision_id, kind, judgement, left_id, right_id, field, value, reason, decided_by, decided_at, is_withdrawn
FROM reporting.decisions
WHERE decided_at > $published_at OR withdrawn_at > $published_at
ORDER BY decided_at DESC, length(decision_id) DESC, decision_id DESC
