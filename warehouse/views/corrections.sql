-- One row per value that somebody corrected, beside the machine's.
--
-- fact_kind: person, organization, meeting, agreement or position.
-- fact_id: Id of what is corrected.
-- field: Column that is corrected; rejected where the whole is not to be shown.
-- machine_value: What the machine read, as text; NULL where it read nothing, or the whole is not shown.
-- corrected_value: What is shown instead, as text; NULL where there is to be none.
-- decision_id: Decision that says so.
-- decided_by: Who decided.
-- decided_at: When, UTC.
-- reason: Why.
SELECT
    fix.kind AS fact_kind,
    fix.id AS fact_id,
    fix.field,
    CASE fix.field
        WHEN 'name' THEN coalesce(person.name, organization.name)
        WHEN 'kind' THEN coalesce(organization.kind, meeting.kind, agreement.kind)
        WHEN 'country_code'
            THEN coalesce(person.country_code, organization.country_code, meeting.country_code, post.country_code)
        WHEN 'died_on' THEN CAST(person.died_on AS VARCHAR)
        WHEN 'status' THEN coalesce(meeting.status, agreement.status)
        WHEN 'start_date' THEN CAST(coalesce(meeting.start_date, agreement.start_date) AS VARCHAR)
        WHEN 'end_date' THEN CAST(coalesce(meeting.end_date, agreement.end_date) AS VARCHAR)
        WHEN 'date_precision' THEN coalesce(meeting.date_precision, agreement.date_precision)
        WHEN 'place' THEN meeting.place
        WHEN 'title' THEN coalesce(meeting.title, post.title)
        WHEN 'subject' THEN agreement.subject
        WHEN 'valid_to' THEN CAST(post.valid_to AS VARCHAR)
    END AS machine_value,
    fix.value AS corrected_value,
    concat('decision-', fix.decision_id) AS decision_id,
    decision.decided_by,
    decision.decided_at,
    decision.reason
FROM main.corrections AS fix
JOIN main.decisions AS decision USING (decision_id)
LEFT JOIN main.people AS who ON who.key = CASE WHEN fix.kind = 'person' THEN fix.id END
LEFT JOIN resolved.machine_people AS person ON person.person_key = who.person_id
LEFT JOIN resolved.machine_organizations AS organization
    ON organization.organization_id = CASE WHEN fix.kind = 'organization' THEN fix.id END
LEFT JOIN resolved.machine_meetings AS meeting ON meeting.meeting_id = CASE WHEN fix.kind = 'meeting' THEN fix.id END
LEFT JOIN resolved.machine_agreements AS agreement ON agreement.agreement_id = CASE WHEN fix.kind = 'agreement' THEN fix.id END
LEFT JOIN resolved.machine_positions AS post ON post.position_id = CASE WHEN fix.kind = 'position' THEN fix.id END
WHERE fix.field <> 'accepted' AND resolved.holds(fix.run_id, fix.ended_run_id)
