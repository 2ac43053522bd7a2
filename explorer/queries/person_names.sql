-- All known names of a person.
SELECT DISTINCT name FROM reporting.person_names WHERE person_id = $id ORDER BY length(name) DESC, name
