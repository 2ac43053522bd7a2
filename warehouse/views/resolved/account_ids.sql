-- The id under which each account of a current document is shown. Those of rejected facts are left out.
--
-- kind: person, organization, meeting, agreement or position.
-- version_id: Internal key of the version.
-- account_key: Internal key that the account names.
-- document_id: Id of the document.
-- key: Natural key that the account names.
-- id: Id that is shown.
SELECT account.*
FROM resolved.accounts_meant AS account
ANTI JOIN resolved.rejected AS rejected ON rejected.kind = account.kind AND rejected.id = account.id
