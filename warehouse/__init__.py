"""The warehouse: what it holds, how it is migrated, loaded, checked and read. It knows SQL and nothing of text."""
