"""People, what documents say of people and organizations, and the posts that people hold."""
from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, Date, String, Table

from .base import country, identity, metadata, one_of, owned_by, reference, span, version_id
from .vocabulary import ORGANIZATION_KINDS

people = identity(
    "people", "person_id",
    key="Natural key that the extraction gives, a slug of the fullest name.",
    comment="Named individuals. An identity only.",
)

person_accounts = Table(
    "person_accounts", metadata,
    version_id(primary_key=True),
    reference("person_id", "people.person_id", "Person spoken of.", primary_key=True),
    Column("name", String, nullable=False, comment="Fullest name that the document uses."),
    country("Country that the document assigns the person to."),
    comment="What one document says of one person.",
)

person_forms = Table(
    "person_forms", metadata,
    version_id(primary_key=True),
    reference("person_id", "people.person_id", "Person so named.", primary_key=True),
    Column("form", String, primary_key=True, comment="The name as it stands in the text."),
    owned_by(("version_id", "person_id"), ("person_accounts.version_id", "person_accounts.person_id")),
    comment="Forms of a person's name that stand in one document.",
)

person_deaths = Table(
    "person_deaths", metadata,
    Column("version_id", BigInteger, primary_key=True, comment="Version of the document that says so."),
    Column("person_id", BigInteger, primary_key=True, comment="Person who is dead."),
    Column("died_on", Date, nullable=False, comment="Day by which the document has the person dead."),
    *span(),
    Column("is_day", Boolean, comment="Whether the words give it as the very day of the death."),
    owned_by(("version_id", "person_id"), ("person_accounts.version_id", "person_accounts.person_id")),
    comment="Deaths that documents tell of, with the words.",
)

person_leaves = Table(
    "person_leaves", metadata,
    Column("version_id", BigInteger, primary_key=True, comment="Version of the document that says so."),
    Column("person_id", BigInteger, primary_key=True, comment="Person who left a post."),
    Column("left_by", Date, nullable=False, comment="Day by which the document has the person out of it."),
    *span(),
    owned_by(("version_id", "person_id"), ("person_accounts.version_id", "person_accounts.person_id")),
    comment="Resignations, dismissals and the like that documents tell of, with the words.",
)

organization_accounts = Table(
    "organization_accounts", metadata,
    version_id(primary_key=True),
    reference("organization_id", "organizations.organization_id", "Organization spoken of.", primary_key=True),
    Column("name", String, nullable=False, comment="Fullest name that the document uses."),
    Column("kind", String, nullable=False, comment="Kind of body, as the extraction judged it."),
    country("Country that the document assigns it to."),
    reference("parent_organization_id", "organizations.organization_id", "Body that it is part of, as the document has it."),
    one_of("kind", ORGANIZATION_KINDS),
    comment="What one document says of one organization.",
)

organization_forms = Table(
    "organization_forms", metadata,
    version_id(primary_key=True),
    reference("organization_id", "organizations.organization_id", "Organization so named.", primary_key=True),
    Column("form", String, primary_key=True, comment="The name as it stands in the text."),
    owned_by(("version_id", "organization_id"), ("organization_accounts.version_id", "organization_accounts.organization_id")),
    comment="Forms of an organization's name that stand in one document.",
)

positions = identity(
    "positions", "position_id",
    reference("person_id", "people.person_id", "Person who holds or held the post.", nullable=False),
    Column("title", String, nullable=False,
           comment="Title as stated; of spellings that differ in case, the first in the alphabet."),
    reference("organization_id", "organizations.organization_id", "Organization that the post belongs to."),
    country("Country that the post serves."),
    Column("is_former", Boolean, nullable=False, comment="Whether the text calls it a former post."),
    Column("valid_from", Date, comment="First day in office, where known."),
    Column("valid_to", Date, comment="Last day in office, where known."),
    CheckConstraint("valid_to >= valid_from", name="validity"),
    key="Digest of person, title, organization, country and former or not.",
    comment="Posts held by people; the evidence says which documents state them.",
)
