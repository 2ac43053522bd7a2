-- One row per reported step of one agreement.
--
-- agreement_id: Id of the agreement.
-- status: Status that the step leads to.
-- as_of: Last possible day of the step.
-- date_precision: day, approximate, month or unknown.
-- is_planned: Whether the step lay ahead when the document was written.
-- document_id: Id of the document that reports the step.
SELECT
    agreement.key AS agreement_id,
    step.status,
    coalesce(step.end_date, step.start_date) AS as_of,
    step.date_precision,
    step.is_planned,
    version.document_id
FROM main.agreement_steps AS step
JOIN resolved.agreement_accounts AS account
    ON account.version_id = step.version_id AND account.account_key = step.agreement_id
JOIN resolved.versions AS version ON version.version_id = step.version_id
JOIN main.agreements AS agreement ON agreement.agreement_id = account.agreement_key
