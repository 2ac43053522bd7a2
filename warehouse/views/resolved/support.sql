-- How many sources support each meeting or agreement: distinct outlets, or distinct documents where none is cited.
--
-- meeting_key: Internal key of the meeting; NULL for an agreement.
-- agreement_key: Internal key of the agreement; NULL for a meeting.
-- source_count: Number of sources.
SELECT
    piece.meeting_key,
    piece.agreement_key,
    CASE WHEN count(piece.outlet_key) = 0 THEN count(DISTINCT piece.document_id) ELSE count(DISTINCT piece.outlet_key) END
        AS source_count
FROM resolved.evidence AS piece
WHERE piece.position_id IS NULL
GROUP BY piece.meeting_key, piece.agreement_key
