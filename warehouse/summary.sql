SELECT
    (SELECT count(*) FROM reporting.documents) AS documents,
    (SELECT count(*) FROM reporting.person_names WHERE kind = 'canonical') AS people,
    (SELECT count(*) FROM reporting.organization_names WHERE kind = 'canonical') AS organizations,
    (SELECT count(*) FROM reporting.meetings) AS meetings,
    (SELECT count(*) FROM reporting.agreements) AS agreements,
    (SELECT count(*) FROM reporting.evidence) AS evidence,
    (SELECT count(*) FROM reporting.quality_findings WHERE status = 'open') AS findings,
    (SELECT count(DISTINCT uri) FROM reporting.rejected_documents) AS rejected,
    (SELECT least(min(period_start), min(published_on)) FROM reporting.documents) AS first_day,
    (SELECT greatest(max(period_end), max(published_on)) FROM reporting.documents) AS last_day
