-- The words that support a fact, each once, with the sources cited for them and the passage that they stand in.
SELECT
    piece.document_id,
    piece.document,
    piece.section,
    piece.passage_id,
    piece.char_start,
    piece.char_end,
    piece.quote,
    any_value(piece.page) AS page,
    any_value(passage.text) AS text,
    any_value(passage.char_start) AS passage_start,
    any_value(passage.ordinal) AS ordinal,
    any_value(document.uri) AS uri,
    any_value(document.media_type) AS media_type,
    any_value(coalesce(document.published_on, document.period_end)) AS told_on,
    list(DISTINCT struct_pack(outlet := piece.outlet, day := piece.outlet_date)) FILTER (piece.outlet IS NOT NULL) AS outlets
FROM reporting.evidence AS piece
JOIN reporting.passages AS passage USING (passage_id)
JOIN reporting.documents AS document ON document.document_id = piece.document_id
WHERE piece.fact_kind = $kind AND piece.fact_id = $id
GROUP BY piece.document_id, piece.document, piece.section, piece.passage_id, piece.char_start, piece.char_end, piece.quote
ORDER BY told_on NULLS LAST, piece.document_id, piece.char_start
