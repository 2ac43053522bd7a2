"""What is derived over all documents, and what people decided: which accounts speak of one thing, and what was corrected.

Derived rows are never changed in place. Each says from which run on it holds and with which it ended, so that the views can be
asked as of any run; what holds now has no end.
"""
from __future__ import annotations

from sqlalchemy import BigInteger, CheckConstraint, Column, Date, DateTime, Double, Integer, String, Table

from .base import country, metadata, one_of, owned_by, reference, surrogate
from .vocabulary import (
    DECISION_JUDGEMENTS,
    DECISION_KINDS,
    FINDING_KINDS,
    FINDING_SEVERITIES,
    LINK_KINDS,
    MATCH_OUTCOMES,
    TERM_ENDS,
)


def holding() -> tuple[Column, Column]:
    """Return the columns that say in which runs a derived row holds."""
    return (
        reference("run_id", "ingest_runs.run_id", "Run from which on it holds.", nullable=False),
        Column("ended_run_id", BigInteger, comment="Run from which on it no longer holds; NULL while it does."),
    )


def _links(kind: str, plural: str) -> Table:
    return Table(
        f"{kind}_links", metadata,
        Column("version_id", BigInteger, nullable=False, comment="Version of the document whose account it is."),
        Column(f"{kind}_id", BigInteger, nullable=False, comment=f"The {kind} that the account names by its natural key."),
        reference(f"resolved_{kind}_id", f"{plural}.{kind}_id", f"The {kind} that is meant.", nullable=False),
        *holding(),
        owned_by(("version_id", f"{kind}_id"), (f"{kind}_accounts.version_id", f"{kind}_accounts.{kind}_id")),
        comment=f"Accounts that speak of another {kind} than their natural key names; all others speak of that one.",
    )


person_links = _links("person", "people")
organization_links = _links("organization", "organizations")
meeting_links = _links("meeting", "meetings")
agreement_links = _links("agreement", "agreements")

outlet_links = Table(
    "outlet_links", metadata,
    reference("outlet_id", "outlets.outlet_id", "Outlet as documents name it.", nullable=False),
    reference("resolved_outlet_id", "outlets.outlet_id", "Outlet that is meant.", nullable=False),
    *holding(),
    comment="Outlets that somebody decided to be another, such as a misspelt one.",
)

terms = Table(
    "terms", metadata,
    Column("office", String, nullable=False, comment="Office, of all wordings one: foreign minister, ..."),
    reference("organization_id", "organizations.organization_id", "Body that it is an office of; NULL for one of a state."),
    country("State that it is an office of; NULL for one of a body."),
    reference("person_id", "people.person_id", "Who holds or held it, or is to.", nullable=False),
    Column("first_seen", Date, comment="First day on which a document has the person hold it; NULL where none does."),
    Column("last_seen", Date, comment="Last such day."),
    Column("incoming_on", Date, comment="First day on which a document says that the person is about to hold it."),
    Column("ended_by", Date, comment="Day by which the term had ended, where documents say so or it follows from what they say."),
    Column("ended_because", String, comment="What it follows from: former, left, died or succeeded."),
    reference("predecessor_id", "people.person_id", "Who was seen in the office before."),
    reference("successor_id", "people.person_id", "Who was seen in the office next."),
    *holding(),
    one_of("ended_because", TERM_ENDS),
    CheckConstraint("last_seen >= first_seen", name="seen"),
    CheckConstraint("(organization_id IS NULL) <> (country_code IS NULL)", name="whose"),
    comment="Who held which office from when to when, as far as documents show; only offices that one person holds at a time.",
)

role_holders = Table(
    "role_holders", metadata,
    Column("version_id", BigInteger, nullable=False, comment="Version of the document that names the role."),
    Column("meeting_id", BigInteger, nullable=False, comment="Meeting that the role takes part in, as the document has it."),
    Column("ordinal", Integer, nullable=False, comment="Position among its participants."),
    reference("person_id", "people.person_id", "Who held the post on the day.", nullable=False),
    Column("reasons", String, nullable=False, comment="What says so."),
    *holding(),
    owned_by(("version_id", "meeting_id", "ordinal"),
             ("meeting_participants.version_id", "meeting_participants.meeting_id", "meeting_participants.ordinal")),
    comment="Who is meant by a participant of whom a document gives the post only.",
)

position_ends = Table(
    "position_ends", metadata,
    reference("version_id", "document_versions.version_id", "Version of the document that states the post.", nullable=False),
    reference("position_id", "positions.position_id", "Post, as the document has it.", nullable=False),
    Column("valid_to", Date, nullable=False, comment="Last day on which it can have been held."),
    *holding(),
    comment="Posts of which a document tells that their holder left them or died in them.",
)

former_ids = Table(
    "former_ids", metadata,
    Column("kind", String, nullable=False, comment="person, organization, meeting or agreement."),
    Column("id", String, nullable=False, comment="Id that was shown and is no longer."),
    Column("survivor_id", String, nullable=False, comment="Id under which its accounts, or most of them, are shown now."),
    *holding(),
    one_of("kind", LINK_KINDS),
    comment="Ids that were shown once, and where they lead.",
)

matches = Table(
    "matches", metadata,
    Column("match_id", String, nullable=False, comment="Digest of kind and both sides."),
    Column("kind", String, nullable=False, comment="person, organization, meeting or agreement."),
    Column("left_document", String, nullable=False, comment="Id of the document of one account."),
    Column("left_key", String, nullable=False, comment="Natural key of that account."),
    Column("right_document", String, nullable=False, comment="Id of the document of the other."),
    Column("right_key", String, nullable=False, comment="Natural key of the other."),
    Column("outcome", String, nullable=False, comment="merged, or proposed where somebody should decide."),
    Column("score", Double, nullable=False, comment="How likely both speak of one thing, 0 to 1."),
    Column("reasons", String, nullable=False, comment="What speaks for it and against it, with its weight."),
    Column("against", String, comment="What forbids to merge them, where something does."),
    *holding(),
    one_of("kind", LINK_KINDS),
    one_of("outcome", MATCH_OUTCOMES),
    comment="Pairs of accounts of different natural keys that were merged, or are proposed to be.",
)

reviews = Table(
    "reviews", metadata,
    reference("run_id", "ingest_runs.run_id", "Run in the ledger that stands for it.", primary_key=True),
    Column("decided_by", String, nullable=False, comment="Who decided."),
    comment="Sessions in which people decided on what is there; each is a run that ingests nothing.",
)

decisions = Table(
    "decisions", metadata,
    surrogate("decisions", "decision_id"),
    Column("kind", String, nullable=False, comment="What it is about: person, organization, meeting, agreement, position, outlet or finding."),
    Column("judgement", String, nullable=False,
           comment="same, different or unsure of two; accepted, dismissed, rejected or corrected of one."),
    Column("left_id", String, nullable=False, comment="Id of what is decided on, as it was shown then."),
    Column("right_id", String, comment="Id of the other, of two."),
    Column("field", String, comment="Column that is corrected."),
    Column("value", String, comment="Its value; NULL where it is to be empty."),
    Column("reason", String, nullable=False, comment="Why."),
    Column("decided_by", String, nullable=False, comment="Who."),
    Column("decided_at", DateTime, nullable=False, comment="When, UTC."),
    reference("run_id", "ingest_runs.run_id", "Run that it was made in.", nullable=False),
    Column("withdrawn_run_id", BigInteger, comment="Run that withdrew it; NULL while it holds."),
    Column("withdrawn_by", String, comment="Who withdrew it."),
    Column("withdrawn_at", DateTime, comment="When, UTC."),
    Column("withdrawn_reason", String, comment="Why."),
    one_of("kind", DECISION_KINDS),
    one_of("judgement", DECISION_JUDGEMENTS),
    CheckConstraint("(judgement = 'corrected') = (field IS NOT NULL)", name="field"),
    CheckConstraint("(judgement IN ('same', 'different', 'unsure')) = (right_id IS NOT NULL)", name="sides"),
    comment="What people decided. Nothing is deleted: a decision that no longer holds was withdrawn.",
)

decision_accounts = Table(
    "decision_accounts", metadata,
    reference("decision_id", "decisions.decision_id", "Decision.", nullable=False),
    Column("side", String, nullable=False, comment="left or right."),
    Column("document", String, nullable=False, comment="Id of the document."),
    Column("key", String, nullable=False, comment="Natural key of its account."),
    Column("char_start", Integer, comment="First code point of words that the account rested on, from 0."),
    Column("char_end", Integer, comment="Code point after the last one."),
    Column("words", String, comment="Those words."),
    one_of("side", ("left", "right")),
    comment="Accounts that stood for each side of a decision. Where another extraction gives one another key, its words tell it.",
)

corrections = Table(
    "corrections", metadata,
    Column("kind", String, nullable=False, comment="person, organization, meeting, agreement or position."),
    Column("id", String, nullable=False, comment="Id of what is corrected, as it is shown."),
    Column("field", String, nullable=False, comment="Column that is corrected; rejected or accepted of the whole."),
    Column("value", String, comment="Its value; NULL where it is to be empty."),
    reference("decision_id", "decisions.decision_id", "Decision that says so.", nullable=False),
    *holding(),
    comment="Decisions on values, brought to the ids that are shown; of several on one column the last.",
)

derived_findings = Table(
    "derived_findings", metadata,
    Column("finding_id", String, nullable=False, comment="Digest of what it is about."),
    Column("kind", String, nullable=False, comment="What kind of doubt: identity_conflict, deceased_actor, ..."),
    Column("severity", String, nullable=False, comment="info, warning or error."),
    reference("version_id", "document_versions.version_id", "Version of the document that it is seen in.", nullable=False),
    Column("char_start", Integer, nullable=False, comment="First code point of the words, from 0."),
    Column("char_end", Integer, nullable=False, comment="Code point after the last one."),
    Column("explanation", String, nullable=False, comment="What a careful reader would question, in a sentence."),
    Column("reading_a", String, comment="One reading."),
    Column("reading_b", String, comment="The other reading."),
    *holding(),
    one_of("kind", FINDING_KINDS),
    one_of("severity", FINDING_SEVERITIES),
    comment="What a careful reader would question when several documents are read together.",
)
