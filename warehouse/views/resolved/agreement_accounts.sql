-- Current accounts of agreements that have evidence, ranked: the status that holds first, then the furthest, the finer date,
-- the surer account, then by document.
--
-- version_id: Internal key of the version.
-- account_key: Internal key that the account names.
-- agreement_key: Internal key of the agreement that is meant.
-- rank: 1 for the account that the views show.
SELECT
    link.version_id,
    link.account_key,
    link.agreement_key,
    row_number() OVER (
        PARTITION BY link.agreement_key
        ORDER BY
            account.status IS DISTINCT FROM latest.status,
            list_position(['proposed', 'negotiating', 'rejected', 'reached', 'signed', 'ratified', 'in_force', 'suspended',
                           'terminated'], account.status) DESC,
            list_position(['day', 'approximate', 'month', 'unknown'], account.date_precision),
            account.confidence DESC,
            link.document_id,
            link.account_key
    ) AS rank
FROM resolved.agreement_links AS link
JOIN main.agreement_accounts AS account ON account.version_id = link.version_id AND account.agreement_id = link.account_key
LEFT JOIN resolved.agreement_statuses AS latest ON latest.agreement_key = link.agreement_key AND latest.valid_to IS NULL
SEMI JOIN main.evidence AS piece ON piece.version_id = link.version_id AND piece.agreement_id = link.account_key
