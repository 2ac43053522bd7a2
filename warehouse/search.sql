-- Which passages tell of these words, the best first: any of them, without regard to case, accents and English endings.
CREATE MACRO reporting.search(words) AS TABLE
    SELECT passage.*, fts_reporting_passages.match_bm25(passage.passage_id, words) AS score
    FROM reporting.passages AS passage
    WHERE score IS NOT NULL
    ORDER BY score DESC, passage.passage_id;

COMMENT ON MACRO TABLE reporting.search IS
    'Passages that tell of these words, the best first: the columns of reporting.passages and a score (BM25).';
