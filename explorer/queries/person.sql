-- One person.
SELECT * FROM reporting.people WHERE person_id = $id
