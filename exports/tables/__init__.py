"""The exports that hold the tables of `reporting` as they are: Parquet, CSV and JSON Lines in folders, and a workbook."""
