-- What can be asked: each column of `reporting`, with the words for it and for a row of its table or view.
WITH relations AS (
    SELECT table_name AS name, comment FROM duckdb_tables() WHERE schema_name = 'reporting'
    UNION ALL
    SELECT view_name, comment FROM duckdb_views() WHERE schema_name = 'reporting'
)
SELECT
    held.table_name AS view,
    coalesce(relations.comment, '') AS a_row_is,
    held.column_name AS name,
    coalesce(held.comment, '') AS meaning
FROM duckdb_columns() AS held
JOIN relations ON relations.name = held.table_name
WHERE held.schema_name = 'reporting'
ORDER BY held.table_name, held.column_index
