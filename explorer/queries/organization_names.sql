-- All known names of an organization.
SELECT DISTINCT name FROM reporting.organization_names WHERE organization_id = $id ORDER BY length(name) DESC, name
