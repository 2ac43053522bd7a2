-- Current accounts of meetings that have evidence, ranked: what is known to have happened or not before what was planned, the
-- finer date before the coarser, the surer before the less sure, then by document.
--
-- version_id: Internal key of the version.
-- meeting_key: Internal key of the meeting.
-- rank: 1 for the account that the views show.
SELECT
    account.version_id,
    account.meeting_id AS meeting_key,
    row_number() OVER (
        PARTITION BY account.meeting_id
        ORDER BY
            account.status = 'planned',
            list_position(['day', 'approximate', 'month', 'unknown'], account.date_precision),
            account.confidence DESC,
            version.document_id
    ) AS rank
FROM main.meeting_accounts AS account
JOIN resolved.versions AS version USING (version_id)
SEMI JOIN main.evidence AS piece ON piece.version_id = account.version_id AND piece.meeting_id = account.meeting_id
