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
WITH counted AS (
    SELECT version_id, 'sections' AS part FROM main.sections
    UNION ALL SELECT version_id, 'passages' FROM main.passages
    UNION ALL SELECT version_id, 'citations' FROM main.citations
    UNION ALL SELECT version_id, 'people' FROM main.person_accounts
    UNION ALL SELECT version_id, 'organizations' FROM main.organization_accounts
    UNION ALL SELECT version_id, 'meetings' FROM main.meeting_accounts
    UNION ALL SELECT version_id, 'agreements' FROM main.agreement_accounts
    UNION ALL SELECT version_id, 'findings' FROM main.findings
)
SELECT
    version.document_id,
    any_value(version.document) AS document,
    any_value(content.period_start) AS period_start,
    any_value(content.period_end) AS period_end,
    any_value(length(content.text)) AS characters,
    count(*) FILTER (counted.part = 'sections') AS sections,
    count(*) FILTER (counted.part = 'passages') AS passages,
    count(*) FILTER (counted.part = 'citations') AS citations,
    count(*) FILTER (counted.part = 'people') AS people,
    count(*) FILTER (counted.part = 'organizations') AS organizations,
    count(*) FILTER (counted.part = 'meetings') AS meetings,
    count(*) FILTER (counted.part = 'agreements') AS agreements,
    count(*) FILTER (counted.part = 'findings') AS findings,
    any_value(content.loaded_at) AS ingested_at
FROM resolved.versions AS version
JOIN main.document_versions AS content ON content.version_id = version.version_id
LEFT JOIN counted ON counted.version_id = version.version_id
GROUP BY version.document_id
