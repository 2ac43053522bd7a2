"""Charts: rows in, a chart out. None of them asks anything, and none is drawn without rows."""
