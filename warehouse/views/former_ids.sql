-- One row per id that was shown once, or that a document's own wording would give, and is shown under another id now.
--
-- kind: person, organization, meeting or agreement.
-- id: The id.
-- survivor_id: Id that is shown now.
SELECT former.kind, former.id, former.survivor_id
FROM main.former_ids AS former
WHERE resolved.holds(former.run_id, former.ended_run_id)
