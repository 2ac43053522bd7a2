"""What the checks found after each run, and how much the warehouse held.

Why up: a source that changed its layout, or a rule that went wrong, shows in figures that fall from one run to the next, and
nobody sees that in the state of today alone.
Why down: the checks can be run at any time; only their history is lost.
"""
from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables; of earlier runs nothing is known."""
    op.create_table(
        "check_results",
        sa.Column("run_id", sa.BigInteger, nullable=False, comment="Last run in the ledger when it was checked."),
        sa.Column("checked_at", sa.DateTime, nullable=False, comment="When it was checked, UTC."),
        sa.Column("name", sa.String, nullable=False, comment="Name of the check."),
        sa.Column("severity", sa.String, nullable=False, comment="error, warning or info."),
        sa.Column("reason", sa.String, nullable=False, comment="Why rows that it finds are bad."),
        sa.Column("bad_rows", sa.BigInteger, nullable=False, comment="Bad rows that it found; 0 where all was well."),
        sa.PrimaryKeyConstraint("run_id", "checked_at", "name", name="pk_check_results"),
        sa.ForeignKeyConstraint(["run_id"], ["ingest_runs.run_id"], name="fk_check_results_run_id"),
        sa.CheckConstraint("severity IN ('error', 'warning', 'info')", name="ck_check_results_severity"),
        comment="What each check of the data found each time that all were run.",
    )
    op.create_table(
        "run_counts",
        sa.Column("run_id", sa.BigInteger, nullable=False, comment="Run that left the warehouse so."),
        sa.Column("counted", sa.String, nullable=False,
                  comment="documents, people, organizations, meetings, agreements or evidence."),
        sa.Column("things", sa.BigInteger, nullable=False, comment="How many of them the views showed after the run."),
        sa.PrimaryKeyConstraint("run_id", "counted", name="pk_run_counts"),
        sa.ForeignKeyConstraint(["run_id"], ["ingest_runs.run_id"], name="fk_run_counts_run_id"),
        sa.CheckConstraint("counted IN ('documents', 'people', 'organizations', 'meetings', 'agreements', 'evidence')",
                           name="ck_run_counts_counted"),
        comment="How much the warehouse held after each run.",
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("run_counts")
    op.drop_table("check_results")
