-- What a meeting was about.
SELECT topic FROM reporting.meeting_topics WHERE meeting_id = $id ORDER BY topic
