-- The stems by which the full-text search knows words.
SELECT word, stem(strip_accents(lower(word)), 'porter') AS stem FROM (SELECT unnest($words::VARCHAR[]) AS word)
