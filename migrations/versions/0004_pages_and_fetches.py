"""Words of passages, pages of documents, and answers of the web.

Why up: a quote is cut from the words of its passage, since DuckDB counts code points from the start of a text, which in a table of
a megabyte took minutes; evidence names the page that its words stand on, for inputs that have pages; an address on the web is asked whether it has
changed before it is read again.
Why down: quotes are cut from the whole text again; evidence falls back to the page that a passage begins on, and every address is read again in full.
"""
from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables, and fill what earlier documents already tell."""
    op.create_table(
        "passage_texts",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that says so."),
        sa.Column("ordinal", sa.Integer, nullable=False, comment="Position of the passage in the document, from 0."),
        sa.Column("text", sa.String, nullable=False, comment="The words of the passage, as in the text as kept."),
        sa.PrimaryKeyConstraint("version_id", "ordinal", name="pk_passage_texts"),
        sa.ForeignKeyConstraint(["version_id", "ordinal"], ["passages.version_id", "passages.ordinal"],
                                name="fk_passage_texts_version_id_ordinal"),
        comment="The words of each passage: a quote is cut from these, since counting code points through a long text takes long.",
    )
    op.execute("INSERT INTO passage_texts SELECT version_id, ordinal, substring(text, char_start + 1, char_end - char_start) "
               "FROM passages JOIN document_versions USING (version_id)")
    op.create_table(
        "pages",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that says so."),
        sa.Column("number", sa.Integer, nullable=False, comment="Number of the page, from 1."),
        sa.Column("char_start", sa.Integer, nullable=False, comment="First code point of the page's text, from 0."),
        sa.PrimaryKeyConstraint("version_id", "number", name="pk_pages"),
        sa.ForeignKeyConstraint(["version_id"], ["document_versions.version_id"], name="fk_pages_version_id"),
        comment="Where the pages of a version begin in its text; only pages that hold text, only for inputs that have pages.",
    )
    op.create_table(
        "fetches",
        sa.Column("uri", sa.String, nullable=False, comment="Address asked for, without credentials."),
        sa.Column("etag", sa.String, comment="Entity tag that the server gave, sent back with the next request."),
        sa.Column("last_modified", sa.String, comment="Last-Modified as the server gave it, sent back with the next request."),
        sa.Column("sha256", sa.String, nullable=False, comment="SHA-256 of the bytes that came, in hexadecimal."),
        sa.Column("fetched_at", sa.DateTime, nullable=False, comment="When they came, UTC."),
        sa.PrimaryKeyConstraint("uri", name="pk_fetches"),
        comment="What the last answer of each address on the web was, so that an unchanged one is not sent again.",
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("fetches")
    op.drop_table("pages")
    op.drop_table("passage_texts")
