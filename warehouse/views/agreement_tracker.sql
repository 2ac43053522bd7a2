-- One row per agreement with its parties and where it stands.
--
-- agreement_id: Id of the agreement.
-- kind: Kind of agreement.
-- subject: What it is about, as stated.
-- status: The furthest reached.
-- parties: Names or country codes of the parties, in order.
-- steps: Number of steps that documents report.
-- first_step_on: Earliest day of a reported step that is not planned.
-- last_step_on: Latest such day.
-- next_planned: Status of the next planned step, where one is reported and not yet reached.
-- source_count: Number of sources.
WITH named AS (
    SELECT
        party.agreement_id,
        string_agg(coalesce(party.person, party.organization, party.role, party.country_code), ', ' ORDER BY party.ordinal)
            AS parties
    FROM reporting.agreement_parties AS party
    GROUP BY party.agreement_id
),
stepped AS (
    SELECT
        step.agreement_id,
        count(*) AS steps,
        min(step.as_of) FILTER (NOT step.is_planned) AS first_step_on,
        max(step.as_of) FILTER (NOT step.is_planned) AS last_step_on,
        first(step.status ORDER BY step.as_of, step.status) FILTER (step.is_planned) AS next_planned
    FROM reporting.agreement_status_history AS step
    GROUP BY step.agreement_id
)
SELECT
    agreement.agreement_id,
    agreement.kind,
    agreement.subject,
    agreement.status,
    named.parties,
    coalesce(stepped.steps, 0) AS steps,
    stepped.first_step_on,
    stepped.last_step_on,
    CASE WHEN stepped.next_planned <> agreement.status THEN stepped.next_planned END AS next_planned,
    agreement.source_count
FROM reporting.agreements AS agreement
LEFT JOIN named USING (agreement_id)
LEFT JOIN stepped USING (agreement_id)
