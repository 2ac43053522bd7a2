-- Current accounts of meetings that have evidence, ranked: those that say held where one does, else what was told last; then the
-- finer date before the coarser, the stated before the cited, the surer account before the less sure, then by document.
--
-- version_id: Internal key of the version.
-- account_key: Internal key that the account names.
-- meeting_key: Internal key of the meeting that is meant.
-- rank: 1 for the account that the views show.
WITH told AS (
    SELECT
        link.version_id,
        link.account_key,
        link.meeting_key,
        link.document_id,
        account.status,
        account.date_precision,
        account.date_basis,
        account.confidence,
        CASE
            WHEN bool_or(account.status = 'held') OVER (PARTITION BY link.meeting_key) THEN 'held'
            ELSE first_value(account.status) OVER (
                PARTITION BY link.meeting_key ORDER BY version.seen_on DESC NULLS LAST, link.document_id, link.account_key)
        END AS settled
    FROM resolved.meeting_links AS link
    JOIN resolved.versions AS version USING (version_id)
    JOIN main.meeting_accounts AS account ON account.version_id = link.version_id AND account.meeting_id = link.account_key
    SEMI JOIN main.evidence AS piece ON piece.version_id = link.version_id AND piece.meeting_id = link.account_key
)
SELECT
    told.version_id,
    told.account_key,
    told.meeting_key,
    row_number() OVER (
        PARTITION BY told.meeting_key
        ORDER BY
            told.status <> told.settled,
            list_position(['day', 'approximate', 'month', 'unknown'], told.date_precision),
            list_position(['stated', 'citation', 'period', 'none'], told.date_basis),
            told.confidence DESC,
            told.document_id,
            told.account_key
    ) AS rank
FROM told
