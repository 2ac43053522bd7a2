"""What was known of a document from outside its bytes.

Why up: a warehouse is rebuilt from its stored originals, which takes their names and what their source said of them; and which
source a document came from tells how long a source has been silent.
Why down: documents are read again by their address and media type alone.
"""
from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table; of earlier documents nothing is known."""
    op.create_table(
        "origins",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that says so."),
        sa.Column("name", sa.String, nullable=False,
                  comment="Name of the input itself, which can tell its format and which mapping it is read by."),
        sa.Column("source", sa.String, comment="Configured source that it came from; NULL where it was named on the spot."),
        sa.Column("stated_title", sa.String, comment="Title that was stated from outside, as by the feed that linked to it."),
        sa.Column("stated_publisher", sa.String, comment="Publisher that was stated from outside."),
        sa.Column("stated_on", sa.Date, comment="Day of publication that was stated from outside."),
        sa.Column("stated_country", sa.String, comment="Country of the publisher that was stated from outside."),
        sa.Column("stated_style", sa.String, comment="Style profile that it was to be read with."),
        sa.PrimaryKeyConstraint("version_id", name="pk_origins"),
        sa.ForeignKeyConstraint(["version_id"], ["document_versions.version_id"], name="fk_origins_version_id"),
        comment="What was known of a version from outside its bytes: with them, it can be read again as it was.",
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("origins")
