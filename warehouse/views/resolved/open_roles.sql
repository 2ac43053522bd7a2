-- Participants of meetings of whom a document gives the post only, with the days of the meeting: as the document has them, else
-- as the account that the views show of it does.
--
-- version_id: Internal key of the version.
-- meeting_account: Internal key of the meeting, as the document has it.
-- ordinal: Position among its participants.
-- role: The post as stated.
-- organization: Id of the body that it is a post of.
-- country_code: Country that the party acts for.
-- first_day: First possible day of the meeting.
-- last_day: Last possible day.
-- others: Ids of the people whom the document names as its participants.
WITH named AS (
    SELECT party.version_id, party.meeting_id, list(DISTINCT meant.key) AS others
    FROM main.meeting_participants AS party
    JOIN resolved.person_accounts AS person ON person.version_id = party.version_id AND person.account_key = party.person_id
    JOIN main.people AS meant ON meant.person_id = person.person_key
    GROUP BY ALL
)
SELECT
    party.version_id,
    party.meeting_id AS meeting_account,
    party.ordinal,
    party.role,
    body.key AS organization,
    party.country_code,
    CASE WHEN meeting.start_date IS NULL THEN shown.start_date ELSE meeting.start_date END AS first_day,
    CASE WHEN meeting.start_date IS NULL THEN shown.end_date ELSE meeting.end_date END AS last_day,
    coalesce(named.others, []) AS others
FROM main.meeting_participants AS party
JOIN resolved.meeting_links AS link ON link.version_id = party.version_id AND link.account_key = party.meeting_id
JOIN main.meeting_accounts AS meeting ON meeting.version_id = party.version_id AND meeting.meeting_id = party.meeting_id
LEFT JOIN resolved.meeting_accounts AS best ON best.meeting_key = link.meeting_key AND best.rank = 1
LEFT JOIN main.meeting_accounts AS shown ON shown.version_id = best.version_id AND shown.meeting_id = best.account_key
LEFT JOIN named ON named.version_id = party.version_id AND named.meeting_id = party.meeting_id
LEFT JOIN resolved.organization_accounts AS account
    ON account.version_id = party.version_id AND account.account_key = party.organization_id
LEFT JOIN main.organizations AS body ON body.organization_id = account.organization_key
WHERE party.person_id IS NULL AND party.role IS NOT NULL
