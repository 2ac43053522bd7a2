"""From drafts to meetings: one record an occasion."""
