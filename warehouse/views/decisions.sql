-- One row per decision that somebody made, with those that were withdrawn.
--
-- decision_id: Id of the decision.
-- kind: person, organization, meeting, agreement, position, outlet or finding.
-- judgement: same, different or unsure of two; accepted, dismissed, rejected or corrected of one.
-- left_id: Id of what was decided on, as it was shown then.
-- right_id: Id of the other, of two.
-- field: Column that was corrected.
-- value: Its value; NULL where it is to be empty.
-- reason: Why.
-- decided_by: Who decided.
-- decided_at: When, UTC.
-- is_withdrawn: Whether it no longer holds.
-- withdrawn_by: Who withdrew it.
-- withdrawn_at: When, UTC.
-- withdrawn_reason: Why.
SELECT
    concat('decision-', decision.decision_id) AS decision_id,
    decision.kind,
    decision.judgement,
    decision.left_id,
    decision.right_id,
    decision.field,
    decision.value,
    decision.reason,
    decision.decided_by,
    decision.decided_at,
    NOT resolved.holds(decision.run_id, decision.withdrawn_run_id) AS is_withdrawn,
    CASE WHEN is_withdrawn THEN decision.withdrawn_by END AS withdrawn_by,
    CASE WHEN is_withdrawn THEN decision.withdrawn_at END AS withdrawn_at,
    CASE WHEN is_withdrawn THEN decision.withdrawn_reason END AS withdrawn_reason
FROM main.decisions AS decision
WHERE resolved.holds(decision.run_id, NULL)
