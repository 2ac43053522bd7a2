-- When each meeting, agreement or post was recorded: by the first run that loaded a document which counts now and supports it.
--
-- meeting_key: Internal key of the meeting; NULL for the others.
-- agreement_key: Internal key of the agreement; NULL for the others.
-- position_id: Id of the post; NULL for the others.
-- recorded_at: When the first of those documents was loaded, UTC.
-- recorded_run_id: Id of the run that loaded it.
-- extractor_version: Version of the extraction that read it.
SELECT
    piece.meeting_key,
    piece.agreement_key,
    piece.position_id,
    first(version.loaded_at ORDER BY version.run_id, version.loaded_at, version.version_id) AS recorded_at,
    concat('run-', min(version.run_id)) AS recorded_run_id,
    first(version.extractor_version ORDER BY version.run_id, version.loaded_at, version.version_id) AS extractor_version
FROM resolved.evidence AS piece
JOIN resolved.versions AS version USING (version_id)
GROUP BY piece.meeting_key, piece.agreement_key, piece.position_id
