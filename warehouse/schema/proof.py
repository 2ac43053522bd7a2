"""What ties facts and entities to the text: evidence, mentions, findings."""
from __future__ import annotations

from sqlalchemy import BigInteger, CheckConstraint, Column, DateTime, Integer, String, Table, text

from .base import metadata, one_of, ordinal, owned_by, reference, span, version_id
from .vocabulary import FINDING_KINDS, FINDING_SEVERITIES, FINDING_STATUSES


def _exactly_one(*columns: str) -> CheckConstraint:
    counted = " + ".join(f"CAST({column} IS NOT NULL AS INTEGER)" for column in columns)
    return CheckConstraint(f"{counted} = 1", name="exactly_one")


evidence = Table(
    "evidence", metadata,
    version_id(primary_key=True),
    ordinal("Position among the pieces of evidence of the document, from 0."),
    Column("passage_ordinal", Integer, nullable=False, comment="Passage that the words stand in."),
    *span(),
    Column("citation_ordinal", Integer, comment="Citation that the words rest on; NULL where none is cited."),
    Column("meeting_id", BigInteger, comment="Meeting supported."),
    Column("agreement_id", BigInteger, comment="Agreement supported."),
    reference("position_id", "positions.position_id", "Position supported."),
    Column("rule", String, nullable=False, comment="Rule of the extraction that found the fact here."),
    _exactly_one("meeting_id", "agreement_id", "position_id"),
    owned_by(("version_id", "passage_ordinal"), ("passages.version_id", "passages.ordinal")),
    owned_by(("version_id", "citation_ordinal"), ("citations.version_id", "citations.ordinal")),
    owned_by(("version_id", "meeting_id"), ("meeting_accounts.version_id", "meeting_accounts.meeting_id")),
    owned_by(("version_id", "agreement_id"), ("agreement_accounts.version_id", "agreement_accounts.agreement_id")),
    comment="Words that support one fact, one row for each source cited. A fact without evidence does not exist.",
)

mentions = Table(
    "mentions", metadata,
    version_id(primary_key=True),
    ordinal("Position among the mentions of the document, from 0."),
    Column("passage_ordinal", Integer, nullable=False, comment="Passage that the words stand in."),
    *span(),
    reference("person_id", "people.person_id", "Person denoted."),
    reference("organization_id", "organizations.organization_id", "Organization denoted."),
    reference("place_id", "places.place_id", "Place denoted."),
    reference("outlet_id", "outlets.outlet_id", "Outlet denoted."),
    _exactly_one("person_id", "organization_id", "place_id", "outlet_id"),
    owned_by(("version_id", "passage_ordinal"), ("passages.version_id", "passages.ordinal")),
    comment="Stretches of text that denote an entity.",
)

findings = Table(
    "findings", metadata,
    version_id(primary_key=True),
    ordinal("Position among the findings of the document, from 0."),
    Column("kind", String, nullable=False, comment="What kind of doubt: date_conflict, identity_conflict, ..."),
    Column("severity", String, nullable=False, comment="info, warning or error."),
    *span(),
    Column("explanation", String, nullable=False, comment="What a careful reader would question, in a sentence."),
    Column("reading_a", String, comment="One reading."),
    Column("reading_b", String, comment="The other reading."),
    Column("status", String, nullable=False, server_default=text("'open'"), comment="open, accepted or dismissed."),
    Column("decided_at", DateTime, comment="When somebody decided, UTC."),
    one_of("kind", FINDING_KINDS),
    one_of("severity", FINDING_SEVERITIES),
    one_of("status", FINDING_STATUSES),
    comment="What a careful reader would question in a document.",
)
