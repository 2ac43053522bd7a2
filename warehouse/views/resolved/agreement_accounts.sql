-- Current accounts of agreements that have evidence, ranked: the furthest status first, then the finer date, the surer account,
-- then by document.
--
-- version_id: Internal key of the version.
-- agreement_key: Internal key of the agreement.
-- rank: 1 for the account that the views show.
SELECT
    account.version_id,
    account.agreement_id AS agreement_key,
    row_number() OVER (
        PARTITION BY account.agreement_id
        ORDER BY
            list_position(['proposed', 'negotiating', 'rejected', 'reached', 'signed', 'ratified', 'in_force', 'suspended',
                           'terminated'], account.status) DESC,
            list_position(['day', 'approximate', 'month', 'unknown'], account.date_precision),
            account.confidence DESC,
            version.document_id
    ) AS rank
FROM main.agreement_accounts AS account
JOIN resolved.versions AS version USING (version_id)
SEMI JOIN main.evidence AS piece ON piece.version_id = account.version_id AND piece.agreement_id = account.agreement_id
