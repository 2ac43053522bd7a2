-- One row per term of one person in an office that one person holds at a time, as far as documents show.
--
-- office: Office, of all wordings one: foreign minister, ...
-- organization_id: Id of the body that it is an office of; NULL for one of a state.
-- organization: Name of that body.
-- country_code: State that it is an office of; NULL for one of a body.
-- country: Name of that state.
-- person_id: Id of the person.
-- person: Name of the person.
-- first_seen: First day on which a document has the person hold it; NULL where none does.
-- last_seen: Last such day.
-- incoming_on: First day on which a document says that the person is about to hold it.
-- ended_by: Day by which the term had ended; NULL where nothing shows that it had.
-- ended_because: What that follows from: former, left, died or succeeded.
-- predecessor_id: Id of the person seen in the office before.
-- predecessor: Name of that person.
-- successor_id: Id of the person seen in the office next.
-- successor: Name of that person.
SELECT
    term.office,
    body.organization_id,
    body.name AS organization,
    term.country_code,
    state.name AS country,
    person.person_id,
    person.name AS person,
    term.first_seen,
    term.last_seen,
    term.incoming_on,
    term.ended_by,
    term.ended_because,
    before.person_id AS predecessor_id,
    before.name AS predecessor,
    next.person_id AS successor_id,
    next.name AS successor
FROM main.terms AS term
JOIN resolved.people AS person ON person.person_key = term.person_id
LEFT JOIN resolved.organizations AS body ON body.organization_key = term.organization_id
LEFT JOIN main.countries AS state ON state.country_code = term.country_code
LEFT JOIN resolved.people AS before ON before.person_key = term.predecessor_id
LEFT JOIN resolved.people AS next ON next.person_key = term.successor_id
WHERE resolved.holds(term.run_id, term.ended_run_id)
