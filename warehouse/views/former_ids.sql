-- One row per id that was shown once, or that a document's own wording would give, and is shown under another id now.
--
-- kind: person, organization, meeting, agreement, or position for a post that says the same as another of its person.
-- id: The id.
-- survivor_id: Id that is shown now.
SELECT former.kind, former.id, former.survivor_id
FROM main.former_ids AS former
WHERE resolved.holds(former.run_id, former.ended_run_id)
UNION
SELECT 'position', post.key, min(stated.position_id)
FROM resolved.positions AS stated
JOIN main.positions AS post ON post.position_id = stated.account_key
WHERE post.key <> stated.position_id
GROUP BY post.key
