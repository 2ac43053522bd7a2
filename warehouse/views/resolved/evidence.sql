-- Pieces of evidence of current versions, with the fact that they support and the outlet cited. Those of rejected facts are left out.
--
-- version_id: Internal key of the version.
-- ordinal: Position of the piece among those of the document.
-- document_id: Id of the document.
-- meeting_key: Internal key of the meeting supported.
-- agreement_key: Internal key of the agreement supported.
-- position_id: Id of the position supported.
-- account_key: Internal key of the fact supported, as the document has it.
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
    meeting.meeting_key,
    agreement.agreement_key,
    post.position_id,
    coalesce(piece.meeting_id, piece.agreement_id, piece.position_id) AS account_key,
    piece.passage_ordinal,
    piece.char_start,
    piece.char_end,
    coalesce(outlet.resolved_outlet_id, citation.outlet_id) AS outlet_key,
    citation.reported_on AS outlet_date,
    piece.rule,
    version.seen_on
FROM main.evidence AS piece
JOIN resolved.versions AS version USING (version_id)
LEFT JOIN main.citations AS citation ON citation.version_id = piece.version_id AND citation.ordinal = piece.citation_ordinal
LEFT JOIN main.outlet_links AS outlet
    ON outlet.outlet_id = citation.outlet_id AND resolved.holds(outlet.run_id, outlet.ended_run_id)
LEFT JOIN resolved.meeting_links AS meeting ON meeting.version_id = piece.version_id AND meeting.account_key = piece.meeting_id
LEFT JOIN resolved.agreement_links AS agreement
    ON agreement.version_id = piece.version_id AND agreement.account_key = piece.agreement_id
LEFT JOIN resolved.positions AS post ON post.version_id = piece.version_id AND post.account_key = piece.position_id
WHERE coalesce(meeting.meeting_key, agreement.agreement_key) IS NOT NULL OR post.position_id IS NOT NULL
