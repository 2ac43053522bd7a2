"""Agreements, and what each document says of them, in the terms of treaty law."""
from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, Double, String, Table

from .base import country, identity, metadata, one_of, ordinal, reference, somebody, told, version_id, when
from .vocabulary import AGREEMENT_KINDS, AGREEMENT_STATUSES

agreements = identity(
    "agreements", "agreement_id",
    key="Natural key that the extraction gives; the same agreement told by two documents has one key.",
    comment="Agreements, however often they are told. An identity only.",
)

agreement_accounts = Table(
    "agreement_accounts", metadata,
    version_id(primary_key=True),
    reference("agreement_id", "agreements.agreement_id", "Agreement told of.", primary_key=True),
    Column("kind", String, nullable=False, comment="treaty, agreement, memorandum, contract, ceasefire, declaration or other."),
    Column("subject", String, nullable=False, comment="What it is about, as stated."),
    Column("status", String, nullable=False, comment="The furthest step that the document says was reached."),
    *when(),
    Column("confidence", Double, nullable=False, comment="How sure the extraction is, 0 to 1."),
    one_of("kind", AGREEMENT_KINDS),
    one_of("status", AGREEMENT_STATUSES),
    CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
    comment="What one document says of one agreement; the views take the best account of each.",
)

agreement_parties = Table(
    "agreement_parties", metadata,
    *told("agreement"),
    ordinal("Position among the parties, from 0."),
    reference("person_id", "people.person_id", "Person who is a party or signs."),
    reference("organization_id", "organizations.organization_id", "Organization that is a party."),
    Column("role", String, comment="The post as stated, or the role or group where nobody is named."),
    country("Country that is a party, or that the party acts for."),
    Column("is_signatory", Boolean, nullable=False, comment="Whether the text says that this party signed."),
    somebody(),
    comment="Parties to an agreement, as one document has them.",
)

agreement_steps = Table(
    "agreement_steps", metadata,
    *told("agreement"),
    ordinal("Position among the steps, from 0."),
    Column("status", String, nullable=False, comment="Status that the step leads to."),
    *when(),
    Column("is_planned", Boolean, nullable=False, comment="Whether the step lies ahead, as the document has it."),
    one_of("status", AGREEMENT_STATUSES),
    comment="Reported steps of an agreement, done or planned.",
)
