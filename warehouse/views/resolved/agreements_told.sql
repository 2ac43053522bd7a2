-- What each current document says of each agreement, with the people and bodies that are meant: all that resolution weighs.
--
-- version_id: Internal key of the version.
-- account_key: Internal key that the account names.
-- document_id: Id of the document.
-- key: Natural key that it gives the agreement.
-- kind: treaty, agreement, memorandum, contract, ceasefire, declaration or other.
-- subject: What it is about, as stated.
-- status: The furthest step that the document says was reached.
-- start_date: First possible day of that step or of the validity.
-- end_date: Last possible day, inclusive.
-- date_precision: day, approximate, month or unknown.
-- parties: Who agrees: id of the person, id of the body, role and country.
-- steps: The steps reported: status, day, whether it lies ahead, and how sure the day is.
-- seen_on: Day that the document speaks from.
WITH parties AS (
    SELECT
        party.version_id,
        party.agreement_id,
        list((person.key, body.key, party.role, party.country_code) ORDER BY party.ordinal) AS parties
    FROM main.agreement_parties AS party
    LEFT JOIN resolved.person_accounts AS meant
        ON meant.version_id = party.version_id AND meant.account_key = party.person_id
    LEFT JOIN main.people AS person ON person.person_id = meant.person_key
    LEFT JOIN resolved.organization_accounts AS acting
        ON acting.version_id = party.version_id AND acting.account_key = party.organization_id
    LEFT JOIN main.organizations AS body ON body.organization_id = acting.organization_key
    GROUP BY ALL
),
steps AS (
    SELECT
        step.version_id,
        step.agreement_id,
        list((step.status, step.start_date, step.is_planned, step.date_precision) ORDER BY step.ordinal) AS steps
    FROM main.agreement_steps AS step
    GROUP BY ALL
)
SELECT
    account.version_id,
    account.agreement_id AS account_key,
    version.document_id,
    agreement.key,
    account.kind,
    account.subject,
    account.status,
    account.start_date,
    account.end_date,
    account.date_precision,
    coalesce(parties.parties, []) AS parties,
    coalesce(steps.steps, []) AS steps,
    version.seen_on
FROM main.agreement_accounts AS account
JOIN resolved.versions AS version USING (version_id)
JOIN main.agreements AS agreement USING (agreement_id)
LEFT JOIN parties USING (version_id, agreement_id)
LEFT JOIN steps USING (version_id, agreement_id)
