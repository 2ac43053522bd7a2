-- What the filters leave of the published tables, as temporary tables; the parameters are what the filters are set to.
CREATE TEMP TABLE asked AS
SELECT $person::VARCHAR AS person, $country::VARCHAR AS country, $since::DATE AS since, $until::DATE AS until;

CREATE TEMP MACRO in_time(day) AS (SELECT since IS NULL OR (day >= since AND day < until) FROM asked);

-- Whoever takes part in a meeting or an agreement.
CREATE TEMP TABLE everyone AS
SELECT 'meeting' AS fact_kind, meeting_id AS fact_id, ordinal, person, name AS country,
       coalesce(person, organization, role, name) AS called
FROM reporting.meeting_participants LEFT JOIN reporting.countries USING (country_code)
UNION ALL
SELECT 'agreement', agreement_id, ordinal, person, name, coalesce(person, organization, role, name)
FROM reporting.agreement_parties LEFT JOIN reporting.countries USING (country_code);

CREATE TEMP TABLE party AS
SELECT everyone.*
FROM everyone, asked
WHERE (asked.person IS NULL OR everyone.person = asked.person) AND (asked.country IS NULL OR everyone.country = asked.country);

CREATE TEMP MACRO is_about(id) AS (
    (SELECT person IS NULL AND country IS NULL FROM asked) OR id IN (SELECT fact_id FROM party));

CREATE TEMP TABLE meeting AS
SELECT *, strftime(start_date, '%Y-%m') AS month FROM reporting.meetings WHERE in_time(start_date) AND is_about(meeting_id);

CREATE TEMP TABLE agreement AS
SELECT *, strftime(start_date, '%Y-%m') AS month FROM reporting.agreements WHERE in_time(start_date) AND is_about(agreement_id);

CREATE TEMP TABLE step AS
SELECT DISTINCT agreement_id, status, is_planned, as_of, document_id
FROM reporting.agreement_status_history WHERE in_time(as_of) AND is_about(agreement_id);

CREATE TEMP TABLE called AS
SELECT fact_id, string_agg(called, ', ' ORDER BY ordinal) AS parties FROM everyone GROUP BY fact_id;

-- Meetings and agreements as the sources tell of them.
CREATE TEMP TABLE told AS
SELECT DISTINCT fact_id, fact_kind, outlet, outlet_date, start_date, end_date, source_count,
       strftime(coalesce(start_date, outlet_date), '%Y-%m') AS month
FROM reporting.evidence
JOIN (SELECT meeting_id AS fact_id, start_date, end_date, source_count FROM reporting.meetings
      UNION ALL
      SELECT agreement_id, start_date, end_date, source_count FROM reporting.agreements) USING (fact_id)
WHERE in_time(coalesce(start_date, outlet_date)) AND is_about(fact_id);

-- Documents that speak of whom was asked for.
CREATE TEMP TABLE document AS
SELECT summary.*
FROM reporting.document_summary AS summary, asked
WHERE in_time(period_start) AND ((asked.person IS NULL AND asked.country IS NULL) OR document_id IN (
    SELECT document_id
    FROM reporting.mentions
    JOIN reporting.people ON person_id = entity_id AND entity_kind = 'person'
    LEFT JOIN reporting.countries USING (country_code)
    WHERE (asked.person IS NULL OR people.name = asked.person) AND (asked.country IS NULL OR countries.name = asked.country)));

CREATE TEMP TABLE finding AS
SELECT finding.*, document.document, document.period_start
FROM reporting.quality_findings AS finding
JOIN reporting.document_summary AS document USING (document_id), asked
WHERE in_time(period_start) AND ((asked.person IS NULL AND asked.country IS NULL) OR EXISTS (
    FROM reporting.mentions AS mention
    JOIN reporting.people ON person_id = entity_id AND entity_kind = 'person'
    LEFT JOIN reporting.countries USING (country_code)
    WHERE mention.document_id = finding.document_id
    AND mention.char_start < finding.char_end AND mention.char_end > finding.char_start
    AND (asked.person IS NULL OR people.name = asked.person) AND (asked.country IS NULL OR countries.name = asked.country)));
