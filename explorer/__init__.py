"""A local page to look at what is published: people, organizations, meetings, agreements, documents, and what waits for a decision."""
