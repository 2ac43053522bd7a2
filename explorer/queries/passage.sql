-- The passage of a document that a place in its text lies in.
SELECT * FROM reporting.passages WHERE document_id = $id AND $place BETWEEN char_start AND char_end ORDER BY ordinal LIMIT 1
