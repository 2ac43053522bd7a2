-- severity: warning
-- reason: A term cannot be seen after it had ended, nor follow or precede itself; a date or a name was misread.
SELECT term.office, term.country_code, person.key AS person_id, term.first_seen, term.last_seen, term.ended_by
FROM main.terms AS term
JOIN main.people AS person USING (person_id)
WHERE term.ended_run_id IS NULL
    AND (term.ended_by < term.last_seen OR term.person_id IN (term.predecessor_id, term.successor_id))
ORDER BY ALL
