-- Whether all is there that earlier versions did not publish.
SELECT passage_id FROM reporting.passages WHERE false
UNION ALL
SELECT match_id FROM reporting.matches WHERE false
UNION ALL
SELECT item_id FROM reporting.review_queue WHERE false
