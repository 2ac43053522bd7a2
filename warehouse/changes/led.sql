-- Ids that are not shown, and where they lead: those of the links, and of posts that say the same as another of their person.
SELECT former.kind, former.id, former.survivor_id
FROM main.former_ids AS former
WHERE resolved.holds(former.run_id, former.ended_run_id)
UNION
SELECT 'position', post.key, min(stated.position_id)
FROM resolved.positions AS stated
JOIN main.positions AS post ON post.position_id = stated.account_key
WHERE post.key <> stated.position_id
GROUP BY post.key
