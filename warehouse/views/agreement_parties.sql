-- One row per party to one agreement. Parties of all accounts of the agreement count, each once.
--
-- agreement_id: Id of the agreement.
-- ordinal: Position among the parties, from 0.
-- person_id: Id of the person who is a party or signs.
-- person: Name of the person.
-- organization_id: Id of the organization that is a party.
-- organization: Name of the organization.
-- role: The post as stated, or the role or group where nobody is named.
-- country_code: Country that is a party, or that the party acts for.
-- is_signatory: Whether a text says that this party signed.
WITH told AS (
    SELECT
        account.agreement_key,
        detail.* EXCLUDE (agreement_id, person_id, organization_id),
        person.person_key AS person_id,
        body.organization_key AS organization_id,
        account.rank,
        CASE
            WHEN person.person_key IS NOT NULL THEN concat('p', person.person_key)
            WHEN body.organization_key IS NOT NULL THEN concat('o', body.organization_key, ' ', lower(detail.role))
            ELSE concat(detail.country_code, ' ', lower(detail.role))
        END AS party
    FROM main.agreement_parties AS detail
    JOIN resolved.agreement_accounts AS account
        ON account.version_id = detail.version_id AND account.account_key = detail.agreement_id
    LEFT JOIN resolved.person_accounts AS person
        ON person.version_id = detail.version_id AND person.account_key = detail.person_id
    LEFT JOIN resolved.organization_accounts AS body
        ON body.version_id = detail.version_id AND body.account_key = detail.organization_id
),
once AS (
    SELECT *, bool_or(told.is_signatory) OVER (PARTITION BY told.agreement_key, told.party) AS has_signed
    FROM told
    QUALIFY row_number() OVER (PARTITION BY told.agreement_key, told.party ORDER BY told.rank, told.ordinal) = 1
)
SELECT
    agreement.key AS agreement_id,
    row_number() OVER (PARTITION BY once.agreement_key ORDER BY once.rank, once.ordinal) - 1 AS ordinal,
    person.person_id,
    person.name AS person,
    organization.organization_id,
    organization.name AS organization,
    once.role,
    once.country_code,
    once.has_signed AS is_signatory
FROM once
JOIN main.agreements AS agreement ON agreement.agreement_id = once.agreement_key
LEFT JOIN resolved.people AS person ON person.person_key = once.person_id
LEFT JOIN resolved.organizations AS organization ON organization.organization_key = once.organization_id
