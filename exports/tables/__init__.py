"""The exports that hold the tables of `reporting` as they are: Parquet, CSV and JSON Lines in a folder, and one Excel workbook."""
