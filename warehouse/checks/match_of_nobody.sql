-- severity: error
-- reason: A match joins two accounts that documents give now; one that does not can be neither accepted nor rejected.
WITH accounts AS (
    SELECT 'person' AS kind, version.document_id, thing.key
    FROM main.person_accounts AS account
    JOIN resolved.versions AS version USING (version_id)
    JOIN main.people AS thing USING (person_id)
    UNION SELECT 'organization', version.document_id, thing.key
    FROM main.organization_accounts AS account
    JOIN resolved.versions AS version USING (version_id)
    JOIN main.organizations AS thing USING (organization_id)
    UNION SELECT 'meeting', version.document_id, thing.key
    FROM main.meeting_accounts AS account
    JOIN resolved.versions AS version USING (version_id)
    JOIN main.meetings AS thing USING (meeting_id)
    UNION SELECT 'agreement', version.document_id, thing.key
    FROM main.agreement_accounts AS account
    JOIN resolved.versions AS version USING (version_id)
    JOIN main.agreements AS thing USING (agreement_id)
),
sides AS (
    SELECT match_id, kind, left_document AS document, left_key AS key FROM main.matches WHERE ended_run_id IS NULL
    UNION ALL SELECT match_id, kind, right_document, right_key FROM main.matches WHERE ended_run_id IS NULL
)
SELECT side.match_id, side.kind, side.document, side.key
FROM sides AS side
ANTI JOIN accounts ON accounts.kind = side.kind AND accounts.document_id = side.document AND accounts.key = side.key
ORDER BY ALL
