"""Meetings, and what each document says of them."""
from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Double, String, Table

from .base import country, identity, metadata, one_of, ordinal, reference, somebody, told, version_id, when
from .vocabulary import MEETING_KINDS, MEETING_STATUSES, SIDES

meetings = identity(
    "meetings", "meeting_id",
    key="Natural key that the extraction gives; the same encounter told by two documents has one key.",
    comment="Encounters, however often they are told. An identity only.",
)

meeting_accounts = Table(
    "meeting_accounts", metadata,
    version_id(primary_key=True),
    reference("meeting_id", "meetings.meeting_id", "Meeting told of.", primary_key=True),
    Column("kind", String, nullable=False, comment="meeting, call, visit or conference."),
    Column("status", String, nullable=False, comment="held, planned, cancelled or denied."),
    *when(),
    Column("edtf", String, comment="The date in Extended Date/Time Format, where known."),
    Column("title", String, comment="Name of the occasion, where it has one."),
    reference("part_of_meeting_id", "meetings.meeting_id", "Visit or conference that holds this meeting."),
    Column("plover_mode", String, comment="Mode of the PLOVER event CONSULT, derived from kind and parties."),
    Column("confidence", Double, nullable=False, comment="How sure the extraction is, 0 to 1."),
    one_of("kind", MEETING_KINDS),
    one_of("status", MEETING_STATUSES),
    CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
    comment="What one document says of one meeting; the views take the best account of each.",
)

meeting_participants = Table(
    "meeting_participants", metadata,
    *told("meeting"),
    ordinal("Position among the participants, from 0."),
    reference("person_id", "people.person_id", "Person who takes part."),
    reference("organization_id", "organizations.organization_id", "Organization that takes part."),
    Column("role", String, comment="The post as stated, or the role or group where nobody is named."),
    country("Country that the party acts for."),
    Column("side", String, nullable=False, comment="host, visitor, third_party or unknown."),
    Column("on_behalf_of", String, comment="Whom the party represents, as stated."),
    one_of("side", SIDES),
    somebody(),
    comment="Parties to a meeting, as one document has them.",
)

meeting_places = Table(
    "meeting_places", metadata,
    *told("meeting"),
    ordinal("Position among the places, from 0."),
    reference("place_id", "places.place_id", "Place of the meeting.", nullable=False),
    comment="Places of a meeting, as one document has them.",
)

meeting_topics = Table(
    "meeting_topics", metadata,
    *told("meeting"),
    ordinal("Position among the topics, from 0."),
    Column("topic", String, nullable=False, comment="What was talked about, as stated."),
    comment="Topics of a meeting, as one document has them.",
)
