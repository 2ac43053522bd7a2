-- One row per post held by one person.
--
-- person_id: Id of the person.
-- person: Name of the person.
-- title: Title of the post as stated.
-- organization_id: Id of the organization that the post belongs to.
-- organization: Name of that organization.
-- country_code: Country that the post serves.
-- is_former: Whether the text calls it a former post.
-- valid_from: First day in office, where known.
-- valid_to: Last day in office, where known: by which a document has the person leave it, or die in it.
-- first_seen: Earliest day of a document that states the post.
-- last_seen: Latest such day.
-- position_id: Stable id of the post, the fact_id of its evidence.
-- recorded_at: When the first of the documents that support it was loaded, UTC.
-- recorded_run_id: Id of the run that loaded that document.
-- extractor_version: Version of the extraction that read it.
SELECT
    person.person_id,
    person.name AS person,
    coalesce(nullif(fix.title, ''), stated.title) AS title,
    organization.organization_id,
    organization.name AS organization,
    nullif(coalesce(fix.country_code, stated.country_code), '') AS country_code,
    stated.is_former,
    CAST(nullif(fix.valid_from, '') AS DATE) AS valid_from,
    CAST(nullif(coalesce(fix.valid_to, CAST(stated.valid_to AS VARCHAR)), '') AS DATE) AS valid_to,
    stated.first_seen,
    stated.last_seen,
    stated.position_id,
    recorded.recorded_at,
    recorded.recorded_run_id,
    recorded.extractor_version
FROM resolved.machine_positions AS stated
JOIN resolved.people AS person ON person.person_key = stated.person_key
JOIN resolved.recorded AS recorded ON recorded.position_id = stated.position_id
LEFT JOIN resolved.organizations AS organization ON organization.organization_key = stated.organization_key
LEFT JOIN resolved.corrected AS fix ON fix.corrected_kind = 'position' AND fix.id = stated.position_id
