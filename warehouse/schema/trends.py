"""What is kept of each run to see trends: how many bad rows every check found, and how much the warehouse held."""
from __future__ import annotations

from sqlalchemy import BigInteger, Column, DateTime, String, Table

from .base import metadata, one_of, reference
from .vocabulary import CHECK_SEVERITIES, COUNTED

check_results = Table(
    "check_results", metadata,
    reference("run_id", "ingest_runs.run_id", "Last run in the ledger when it was checked.", primary_key=True),
    Column("checked_at", DateTime, primary_key=True, comment="When it was checked, UTC."),
    Column("name", String, primary_key=True, comment="Name of the check."),
    Column("severity", String, nullable=False, comment="error, warning or info."),
    Column("reason", String, nullable=False, comment="Why rows that it finds are bad."),
    Column("bad_rows", BigInteger, nullable=False, comment="Bad rows that it found; 0 where all was well."),
    one_of("severity", CHECK_SEVERITIES),
    comment="What each check of the data found each time that all were run.",
)

run_counts = Table(
    "run_counts", metadata,
    reference("run_id", "ingest_runs.run_id", "Run that left the warehouse so.", primary_key=True),
    Column("counted", String, primary_key=True, comment="documents, people, organizations, meetings, agreements or evidence."),
    Column("things", BigInteger, nullable=False, comment="How many of them the views showed after the run."),
    one_of("counted", COUNTED),
    comment="How much the warehouse held after each run.",
)
