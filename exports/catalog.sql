-- One row per column of `reporting`, with the words of the catalog.
WITH relations AS (
    SELECT table_oid, table_name AS name, comment FROM duckdb_tables() WHERE schema_name = 'reporting'
    UNION ALL
    SELECT view_oid, view_name, comment FROM duckdb_views() WHERE schema_name = 'reporting'
)
SELECT
    relations.name,
    coalesce(relations.comment, '') AS meaning,
    columns.column_name,
    columns.data_type,
    coalesce(columns.comment, '') AS column_meaning
FROM relations
JOIN duckdb_columns() AS columns ON columns.table_oid = relations.table_oid AND columns.schema_name = 'reporting'
ORDER BY relations.name, columns.column_index
