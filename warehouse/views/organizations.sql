-- One row per organization that a document speaks of.
--
-- organization_id: Stable id of the organization.
-- name: Usual name.
-- kind: Kind of body: international, government, parliament, armed_forces, party, militia, company, university, media, embassy,
--   court, civil_society or other.
-- country_code: Country that it belongs to; NULL for international bodies.
-- parent_organization_id: Id of the body that it is part of.
-- wikidata_id: Item in Wikidata, where known.
-- first_seen: Earliest day of a document that speaks of it; else of a meeting that it took part in.
-- last_seen: Latest such day.
-- mentions: Number of stretches of text that denote it.
-- meetings: Number of meetings that it takes part in.
WITH mentioned AS (
    SELECT mention.entity_id AS organization_id, count(*) AS mentions
    FROM reporting.mentions AS mention
    WHERE mention.entity_kind = 'organization'
    GROUP BY mention.entity_id
),
met AS (
    SELECT
        participant.organization_id,
        count(DISTINCT participant.meeting_id) AS meetings,
        min(meeting.start_date) AS first_met,
        max(meeting.end_date) AS last_met
    FROM reporting.meeting_participants AS participant
    JOIN reporting.meetings AS meeting USING (meeting_id)
    GROUP BY participant.organization_id
)
SELECT
    organization.organization_id,
    organization.name,
    organization.kind,
    organization.country_code,
    organization.parent_organization_id,
    organization.wikidata_id,
    coalesce(organization.first_seen, met.first_met) AS first_seen,
    coalesce(organization.last_seen, met.last_met) AS last_seen,
    coalesce(mentioned.mentions, 0) AS mentions,
    coalesce(met.meetings, 0) AS meetings
FROM resolved.organizations AS organization
LEFT JOIN mentioned ON mentioned.organization_id = organization.organization_id
LEFT JOIN met ON met.organization_id = organization.organization_id
