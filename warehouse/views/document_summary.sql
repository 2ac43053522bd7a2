-- One row per document with counts of what it yielded.
--
-- document_id: Id of the document.
-- document: Title of the document, or its address where it has none.
-- period_start: First day of the period that it reports on.
-- period_end: Last day of that period.
-- characters: Length of the text as kept, in code points.
-- sections: Number of sections.
-- passages: Number of passages.
-- citations: Number of sources cited, each citation counted.
-- people: Number of people that it speaks of.
-- organizations: Number of organizations that it speaks of.
-- meetings: Number of meetings that it tells.
-- agreements: Number of agreements that it tells.
-- findings: Number of findings.
-- ingested_at: When its current content was loaded, UTC.
WITH told AS (
    SELECT version_id, 'sections' AS part FROM main.sections
    UNION ALL SELECT version_id, 'passages' FROM main.passages
    UNION ALL SELECT version_id, 'citations' FROM main.citations
    UNION ALL SELECT version_id, 'people' FROM main.person_accounts
    UNION ALL SELECT version_id, 'organizations' FROM main.organization_accounts
    UNION ALL SELECT version_id, 'meetings' FROM main.meeting_accounts
    UNION ALL SELECT version_id, 'agreements' FROM main.agreement_accounts
    UNION ALL SELECT version_id, 'findings' FROM main.findings
),
counted AS (
    SELECT
        told.version_id,
        count(*) FILTER (told.part = 'sections') AS sections,
        count(*) FILTER (told.part = 'passages') AS passages,
        count(*) FILTER (told.part = 'citations') AS citations,
        count(*) FILTER (told.part = 'people') AS people,
        count(*) FILTER (told.part = 'organizations') AS organizations,
        count(*) FILTER (told.part = 'meetings') AS meetings,
        count(*) FILTER (told.part = 'agreements') AS agreements,
        count(*) FILTER (told.part = 'findings') AS findings
    FROM told
    GROUP BY told.version_id
)
SELECT
    version.document_id,
    version.document,
    content.period_start,
    content.period_end,
    length(content.text) AS characters,
    coalesce(counted.sections, 0) AS sections,
    coalesce(counted.passages, 0) AS passages,
    coalesce(counted.citations, 0) AS citations,
    coalesce(counted.people, 0) AS people,
    coalesce(counted.organizations, 0) AS organizations,
    coalesce(counted.meetings, 0) AS meetings,
    coalesce(counted.agreements, 0) AS agreements,
    coalesce(counted.findings, 0) AS findings,
    content.loaded_at AS ingested_at
FROM resolved.versions AS version
JOIN main.document_versions AS content ON content.version_id = version.version_id
LEFT JOIN counted ON counted.version_id = version.version_id
