-- One row per party to one meeting. Parties of all accounts of the meeting count, each person or organization once.
--
-- meeting_id: Id of the meeting.
-- ordinal: Position among the participants, from 0.
-- person_id: Id of the person who takes part.
-- person: Name of the person.
-- organization_id: Id of the organization that takes part, or that the person acts for.
-- organization: Name of the organization.
-- role: The post as stated, or the role or group where nobody is named.
-- side: host, visitor, third_party or unknown.
-- on_behalf_of: Whom the party represents, as stated.
-- country_code: Country that the party acts for.
WITH told AS (
    SELECT
        account.meeting_key,
        detail.* EXCLUDE (meeting_id, person_id, organization_id),
        coalesce(person.person_key, holder.person_id) AS person_id,
        body.organization_key AS organization_id,
        account.rank,
        CASE
            WHEN coalesce(person.person_key, holder.person_id) IS NOT NULL
                THEN concat('p', coalesce(person.person_key, holder.person_id))
            WHEN body.organization_key IS NOT NULL THEN concat('o', body.organization_key, ' ', lower(detail.role))
            ELSE concat(detail.country_code, ' ', lower(detail.role))
        END AS party
    FROM main.meeting_participants AS detail
    JOIN resolved.meeting_accounts AS account
        ON account.version_id = detail.version_id AND account.account_key = detail.meeting_id
    LEFT JOIN resolved.person_accounts AS person
        ON person.version_id = detail.version_id AND person.account_key = detail.person_id
    LEFT JOIN resolved.organization_accounts AS body
        ON body.version_id = detail.version_id AND body.account_key = detail.organization_id
    LEFT JOIN main.role_holders AS holder
        ON holder.version_id = detail.version_id AND holder.meeting_id = detail.meeting_id AND holder.ordinal = detail.ordinal
        AND resolved.holds(holder.run_id, holder.ended_run_id)
),
once AS (
    SELECT *
    FROM told
    QUALIFY row_number() OVER (PARTITION BY told.meeting_key, told.party ORDER BY told.rank, told.ordinal) = 1
)
SELECT
    meeting.key AS meeting_id,
    row_number() OVER (PARTITION BY once.meeting_key ORDER BY once.rank, once.ordinal) - 1 AS ordinal,
    person.person_id,
    person.name AS person,
    organization.organization_id,
    organization.name AS organization,
    once.role,
    once.side,
    once.on_behalf_of,
    once.country_code
FROM once
JOIN main.meetings AS meeting ON meeting.meeting_id = once.meeting_key
LEFT JOIN resolved.people AS person ON person.person_key = once.person_id
LEFT JOIN resolved.organizations AS organization ON organization.organization_key = once.organization_id
