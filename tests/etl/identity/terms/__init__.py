"""How posts in time are read, and who fills a role."""
