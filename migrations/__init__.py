"""The history of the schema: hand-written Alembic revisions. They import nothing that may change after them."""
