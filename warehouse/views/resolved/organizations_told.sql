-- What each current document says of each organization: all that resolution weighs.
--
-- version_id: Internal key of the version.
-- account_key: Internal key that the account names.
-- document_id: Id of the document.
-- key: Natural key that it gives the organization.
-- name: Fullest name that it uses.
-- forms: Names as they stand in the text.
-- kind: Kind of body.
-- country_code: Country that it assigns.
-- parent: Natural key of the body that it is part of.
-- first_day: First day on which it has the organization do something, else the first day of its period.
-- last_day: Last such day.
WITH acts AS (
    SELECT party.version_id, party.organization_id, meeting.start_date, meeting.end_date
    FROM main.meeting_participants AS party
    JOIN main.meeting_accounts AS meeting USING (version_id, meeting_id)
    UNION ALL
    SELECT party.version_id, party.organization_id, agreement.start_date, agreement.end_date
    FROM main.agreement_parties AS party
    JOIN main.agreement_accounts AS agreement USING (version_id, agreement_id)
),
days AS (
    SELECT acts.version_id, acts.organization_id, min(acts.start_date) AS first_day, max(acts.end_date) AS last_day
    FROM acts
    GROUP BY ALL
),
named AS (
    SELECT form.version_id, form.organization_id, list(form.form ORDER BY form.form) AS forms
    FROM main.organization_forms AS form
    GROUP BY ALL
)
SELECT
    account.version_id,
    account.organization_id AS account_key,
    version.document_id,
    body.key,
    account.name,
    coalesce(named.forms, []) AS forms,
    account.kind,
    account.country_code,
    parent.key AS parent,
    coalesce(days.first_day, content.period_start, version.seen_on) AS first_day,
    coalesce(days.last_day, version.seen_on) AS last_day
FROM main.organization_accounts AS account
JOIN resolved.versions AS version USING (version_id)
JOIN main.document_versions AS content USING (version_id)
JOIN main.organizations AS body USING (organization_id)
LEFT JOIN main.organizations AS parent ON parent.organization_id = account.parent_organization_id
LEFT JOIN days USING (version_id, organization_id)
LEFT JOIN named USING (version_id, organization_id)
