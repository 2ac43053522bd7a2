-- Pieces of evidence of current versions, with the outlet cited.
--
-- version_id: Internal key of the version.
-- ordinal: Position of the piece among those of the document.
-- document_id: Id of the document.
-- meeting_key: Internal key of the meeting supported.
-- agreement_key: Internal key of the agreement supported.
-- position_key: Internal key of the position supported.
-- passage_ordinal: Passage that the words stand in.
-- char_start: First code point of the words.
-- char_end: Code point after the last one.
-- outlet_key: Internal key of the outlet cited.
-- outlet_date: Day on which the outlet reported.
-- rule: Rule of the extraction.
-- seen_on: Day that the document speaks from.
SELECT
    piece.version_id,
    piece.ordinal,
    version.document_id,
    piece.meeting_id AS meeting_key,
    piece.agreement_id AS agreement_key,
    piece.position_id AS position_key,
    piece.passage_ordinal,
    piece.char_start,
    piece.char_end,
    citation.outlet_id AS outlet_key,
    citation.reported_on AS outlet_date,
    piece.rule,
    version.seen_on
FROM main.evidence AS piece
JOIN resolved.versions AS version USING (version_id)
LEFT JOIN main.citations AS citation ON citation.version_id = piece.version_id AND citation.ordinal = piece.citation_ordinal
