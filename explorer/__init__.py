"""A local page to look at what is published: who met whom, what was agreed, which words say so, what waits for a decision."""
