-- severity: warning
-- reason: The same words cannot denote two entities of one kind; ids of mentions would not be unique.
SELECT mention_id, count(*) AS entities
FROM reporting.mentions
GROUP BY mention_id
HAVING count(*) > 1
ORDER BY ALL
