"""People, organizations' accounts, posts, meetings and agreements.

Why up: each document's account of a person, an organization, a meeting or an agreement is kept by itself, so that a changed
file takes back its own account and nothing else, and so that the order of loading cannot matter. The views choose among
accounts.
Why down: the facts are lost, the documents stay; going up again leaves the facts empty until the documents are read again.
"""
from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables, parents first."""
    op.execute("CREATE SEQUENCE people_person_id_seq")
    op.create_table(
        "people",
        sa.Column("person_id", sa.BigInteger, server_default=sa.text("nextval('people_person_id_seq')"), nullable=False,
                  comment="Internal key; not shown to readers."),
        sa.Column("key", sa.String, nullable=False,
                  comment="Natural key that the extraction gives, a slug of the fullest name."),
        sa.PrimaryKeyConstraint("person_id", name="pk_people"),
        sa.UniqueConstraint("key", name="uq_people_key"),
        comment="Named individuals. An identity only.",
    )
    op.create_table(
        "person_accounts",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that says so."),
        sa.Column("person_id", sa.BigInteger, nullable=False, comment="Person spoken of."),
        sa.Column("name", sa.String, nullable=False, comment="Fullest name that the document uses."),
        sa.Column("country_code", sa.String, comment="Country that the document assigns the person to."),
        sa.PrimaryKeyConstraint("version_id", "person_id", name="pk_person_accounts"),
        sa.ForeignKeyConstraint(["version_id"], ["document_versions.version_id"], name="fk_person_accounts_version_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.person_id"], name="fk_person_accounts_person_id"),
        sa.ForeignKeyConstraint(["country_code"], ["countries.country_code"], name="fk_person_accounts_country_code"),
        comment="What one document says of one person.",
    )
    op.create_table(
        "person_forms",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that says so."),
        sa.Column("person_id", sa.BigInteger, nullable=False, comment="Person so named."),
        sa.Column("form", sa.String, nullable=False, comment="The name as it stands in the text."),
        sa.PrimaryKeyConstraint("version_id", "person_id", "form", name="pk_person_forms"),
        sa.ForeignKeyConstraint(["version_id"], ["document_versions.version_id"], name="fk_person_forms_version_id"),
        sa.ForeignKeyConstraint(["version_id", "person_id"],
                                ["person_accounts.version_id", "person_accounts.person_id"],
                                name="fk_person_forms_version_id_person_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.person_id"], name="fk_person_forms_person_id"),
        comment="Forms of a person's name that stand in one document.",
    )
    op.create_table(
        "organization_accounts",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that says so."),
        sa.Column("organization_id", sa.BigInteger, nullable=False, comment="Organization spoken of."),
        sa.Column("name", sa.String, nullable=False, comment="Fullest name that the document uses."),
        sa.Column("kind", sa.String, nullable=False, comment="Kind of body, as the extraction judged it."),
        sa.Column("country_code", sa.String, comment="Country that the document assigns it to."),
        sa.Column("parent_organization_id", sa.BigInteger, comment="Body that it is part of, as the document has it."),
        sa.PrimaryKeyConstraint("version_id", "organization_id", name="pk_organization_accounts"),
        sa.ForeignKeyConstraint(["version_id"], ["document_versions.version_id"], name="fk_organization_accounts_version_id"),
        sa.ForeignKeyConstraint(["organization_id"],
                                ["organizations.organization_id"], name="fk_organization_accounts_organization_id"),
        sa.ForeignKeyConstraint(["country_code"], ["countries.country_code"], name="fk_organization_accounts_country_code"),
        sa.ForeignKeyConstraint(["parent_organization_id"],
                                ["organizations.organization_id"], name="fk_organization_accounts_parent_organization_id"),
        sa.CheckConstraint(
            "kind IN ('international', 'government', 'parliament', 'armed_forces', 'party', 'militia', "
            "'company', 'university', 'media', 'embassy', 'court', 'civil_society', 'other')",
            name="ck_organization_accounts_kind"),
        comment="What one document says of one organization.",
    )
    op.create_table(
        "organization_forms",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that says so."),
        sa.Column("organization_id", sa.BigInteger, nullable=False, comment="Organization so named."),
        sa.Column("form", sa.String, nullable=False, comment="The name as it stands in the text."),
        sa.PrimaryKeyConstraint("version_id", "organization_id", "form", name="pk_organization_forms"),
        sa.ForeignKeyConstraint(["version_id"], ["document_versions.version_id"], name="fk_organization_forms_version_id"),
        sa.ForeignKeyConstraint(["version_id", "organization_id"],
                                ["organization_accounts.version_id", "organization_accounts.organization_id"],
                                name="fk_organization_forms_version_id_organization_id"),
        sa.ForeignKeyConstraint(["organization_id"],
                                ["organizations.organization_id"], name="fk_organization_forms_organization_id"),
        comment="Forms of an organization's name that stand in one document.",
    )
    op.execute("CREATE SEQUENCE positions_position_id_seq")
    op.create_table(
        "positions",
        sa.Column("position_id", sa.BigInteger, server_default=sa.text("nextval('positions_position_id_seq')"), nullable=False,
                  comment="Internal key; not shown to readers."),
        sa.Column("key", sa.String, nullable=False,
                  comment="Digest of person, title, organization, country and former or not."),
        sa.Column("person_id", sa.BigInteger, nullable=False, comment="Person who holds or held the post."),
        sa.Column("title", sa.String, nullable=False,
                  comment="Title as stated; of spellings that differ in case, the first in the alphabet."),
        sa.Column("organization_id", sa.BigInteger, comment="Organization that the post belongs to."),
        sa.Column("country_code", sa.String, comment="Country that the post serves."),
        sa.Column("is_former", sa.Boolean, nullable=False, comment="Whether the text calls it a former post."),
        sa.Column("valid_from", sa.Date, comment="First day in office, where known."),
        sa.Column("valid_to", sa.Date, comment="Last day in office, where known."),
        sa.PrimaryKeyConstraint("position_id", name="pk_positions"),
        sa.UniqueConstraint("key", name="uq_positions_key"),
        sa.ForeignKeyConstraint(["person_id"], ["people.person_id"], name="fk_positions_person_id"),
        sa.ForeignKeyConstraint(["organization_id"], ["organizations.organization_id"], name="fk_positions_organization_id"),
        sa.ForeignKeyConstraint(["country_code"], ["countries.country_code"], name="fk_positions_country_code"),
        sa.CheckConstraint("valid_to >= valid_from", name="ck_positions_validity"),
        comment="Posts held by people; the evidence says which documents state them.",
    )
    op.execute("CREATE SEQUENCE meetings_meeting_id_seq")
    op.create_table(
        "meetings",
        sa.Column("meeting_id", sa.BigInteger, server_default=sa.text("nextval('meetings_meeting_id_seq')"), nullable=False,
                  comment="Internal key; not shown to readers."),
        sa.Column("key", sa.String, nullable=False,
                  comment="Natural key that the extraction gives; the same encounter told by two documents has one key."),
        sa.PrimaryKeyConstraint("meeting_id", name="pk_meetings"),
        sa.UniqueConstraint("key", name="uq_meetings_key"),
        comment="Encounters, however often they are told. An identity only.",
    )
    op.create_table(
        "meeting_accounts",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that says so."),
        sa.Column("meeting_id", sa.BigInteger, nullable=False, comment="Meeting told of."),
        sa.Column("kind", sa.String, nullable=False, comment="meeting, call, visit or conference."),
        sa.Column("status", sa.String, nullable=False, comment="held, planned, cancelled or denied."),
        sa.Column("start_date", sa.Date, comment="First possible day."),
        sa.Column("end_date", sa.Date, comment="Last possible day, inclusive."),
        sa.Column("date_precision", sa.String, nullable=False, comment="day, approximate, month or unknown."),
        sa.Column("date_basis", sa.String, nullable=False,
                  comment="Where the date comes from: stated, citation, period or none."),
        sa.Column("date_stated", sa.String, comment="The words that state the date."),
        sa.Column("edtf", sa.String, comment="The date in Extended Date/Time Format, where known."),
        sa.Column("title", sa.String, comment="Name of the occasion, where it has one."),
        sa.Column("part_of_meeting_id", sa.BigInteger, comment="Visit or conference that holds this meeting."),
        sa.Column("plover_mode", sa.String, comment="Mode of the PLOVER event CONSULT, derived from kind and parties."),
        sa.Column("confidence", sa.Double, nullable=False, comment="How sure the extraction is, 0 to 1."),
        sa.PrimaryKeyConstraint("version_id", "meeting_id", name="pk_meeting_accounts"),
        sa.ForeignKeyConstraint(["version_id"], ["document_versions.version_id"], name="fk_meeting_accounts_version_id"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.meeting_id"], name="fk_meeting_accounts_meeting_id"),
        sa.ForeignKeyConstraint(["part_of_meeting_id"], ["meetings.meeting_id"], name="fk_meeting_accounts_part_of_meeting_id"),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name="ck_meeting_accounts_confidence"),
        sa.CheckConstraint("date_basis IN ('stated', 'citation', 'period', 'none')", name="ck_meeting_accounts_date_basis"),
        sa.CheckConstraint(
            "date_precision IN ('day', 'approximate', 'month', 'unknown')",
            name="ck_meeting_accounts_date_precision"),
        sa.CheckConstraint("end_date >= start_date", name="ck_meeting_accounts_dates"),
        sa.CheckConstraint("kind IN ('meeting', 'call', 'visit', 'conference')", name="ck_meeting_accounts_kind"),
        sa.CheckConstraint("status IN ('held', 'planned', 'cancelled', 'denied')", name="ck_meeting_accounts_status"),
        comment="What one document says of one meeting; the views take the best account of each.",
    )
    op.create_table(
        "meeting_participants",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that says so."),
        sa.Column("meeting_id", sa.BigInteger, nullable=False, comment="The meeting spoken of."),
        sa.Column("ordinal", sa.Integer, nullable=False, comment="Position among the participants, from 0."),
        sa.Column("person_id", sa.BigInteger, comment="Person who takes part."),
        sa.Column("organization_id", sa.BigInteger, comment="Organization that takes part."),
        sa.Column("role", sa.String, comment="The post as stated, or the role or group where nobody is named."),
        sa.Column("country_code", sa.String, comment="Country that the party acts for."),
        sa.Column("side", sa.String, nullable=False, comment="host, visitor, third_party or unknown."),
        sa.Column("on_behalf_of", sa.String, comment="Whom the party represents, as stated."),
        sa.PrimaryKeyConstraint("version_id", "meeting_id", "ordinal", name="pk_meeting_participants"),
        sa.ForeignKeyConstraint(["version_id", "meeting_id"],
                                ["meeting_accounts.version_id", "meeting_accounts.meeting_id"],
                                name="fk_meeting_participants_version_id_meeting_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.person_id"], name="fk_meeting_participants_person_id"),
        sa.ForeignKeyConstraint(["organization_id"],
                                ["organizations.organization_id"], name="fk_meeting_participants_organization_id"),
        sa.ForeignKeyConstraint(["country_code"], ["countries.country_code"], name="fk_meeting_participants_country_code"),
        sa.CheckConstraint("side IN ('host', 'visitor', 'third_party', 'unknown')", name="ck_meeting_participants_side"),
        sa.CheckConstraint(
            "person_id IS NOT NULL OR organization_id IS NOT NULL OR role IS NOT NULL OR country_code IS "
            "NOT NULL",
            name="ck_meeting_participants_somebody"),
        comment="Parties to a meeting, as one document has them.",
    )
    op.create_table(
        "meeting_places",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that says so."),
        sa.Column("meeting_id", sa.BigInteger, nullable=False, comment="The meeting spoken of."),
        sa.Column("ordinal", sa.Integer, nullable=False, comment="Position among the places, from 0."),
        sa.Column("place_id", sa.BigInteger, nullable=False, comment="Place of the meeting."),
        sa.PrimaryKeyConstraint("version_id", "meeting_id", "ordinal", name="pk_meeting_places"),
        sa.ForeignKeyConstraint(["version_id", "meeting_id"],
                                ["meeting_accounts.version_id", "meeting_accounts.meeting_id"],
                                name="fk_meeting_places_version_id_meeting_id"),
        sa.ForeignKeyConstraint(["place_id"], ["places.place_id"], name="fk_meeting_places_place_id"),
        comment="Places of a meeting, as one document has them.",
    )
    op.create_table(
        "meeting_topics",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that says so."),
        sa.Column("meeting_id", sa.BigInteger, nullable=False, comment="The meeting spoken of."),
        sa.Column("ordinal", sa.Integer, nullable=False, comment="Position among the topics, from 0."),
        sa.Column("topic", sa.String, nullable=False, comment="What was talked about, as stated."),
        sa.PrimaryKeyConstraint("version_id", "meeting_id", "ordinal", name="pk_meeting_topics"),
        sa.ForeignKeyConstraint(["version_id", "meeting_id"],
                                ["meeting_accounts.version_id", "meeting_accounts.meeting_id"],
                                name="fk_meeting_topics_version_id_meeting_id"),
        comment="Topics of a meeting, as one document has them.",
    )
    op.execute("CREATE SEQUENCE agreements_agreement_id_seq")
    op.create_table(
        "agreements",
        sa.Column(
            "agreement_id", sa.BigInteger,
            server_default=sa.text("nextval('agreements_agreement_id_seq')"), nullable=False,
            comment="Internal key; not shown to readers."),
        sa.Column("key", sa.String, nullable=False,
                  comment="Natural key that the extraction gives; the same agreement told by two documents has one key."),
        sa.PrimaryKeyConstraint("agreement_id", name="pk_agreements"),
        sa.UniqueConstraint("key", name="uq_agreements_key"),
        comment="Agreements, however often they are told. An identity only.",
    )
    op.create_table(
        "agreement_accounts",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that says so."),
        sa.Column("agreement_id", sa.BigInteger, nullable=False, comment="Agreement told of."),
        sa.Column("kind", sa.String, nullable=False,
                  comment="treaty, agreement, memorandum, contract, ceasefire, declaration or other."),
        sa.Column("subject", sa.String, nullable=False, comment="What it is about, as stated."),
        sa.Column("status", sa.String, nullable=False, comment="The furthest step that the document says was reached."),
        sa.Column("start_date", sa.Date, comment="First possible day."),
        sa.Column("end_date", sa.Date, comment="Last possible day, inclusive."),
        sa.Column("date_precision", sa.String, nullable=False, comment="day, approximate, month or unknown."),
        sa.Column("date_basis", sa.String, nullable=False,
                  comment="Where the date comes from: stated, citation, period or none."),
        sa.Column("date_stated", sa.String, comment="The words that state the date."),
        sa.Column("confidence", sa.Double, nullable=False, comment="How sure the extraction is, 0 to 1."),
        sa.PrimaryKeyConstraint("version_id", "agreement_id", name="pk_agreement_accounts"),
        sa.ForeignKeyConstraint(["version_id"], ["document_versions.version_id"], name="fk_agreement_accounts_version_id"),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.agreement_id"], name="fk_agreement_accounts_agreement_id"),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name="ck_agreement_accounts_confidence"),
        sa.CheckConstraint("date_basis IN ('stated', 'citation', 'period', 'none')", name="ck_agreement_accounts_date_basis"),
        sa.CheckConstraint(
            "date_precision IN ('day', 'approximate', 'month', 'unknown')",
            name="ck_agreement_accounts_date_precision"),
        sa.CheckConstraint("end_date >= start_date", name="ck_agreement_accounts_dates"),
        sa.CheckConstraint(
            "kind IN ('treaty', 'agreement', 'memorandum', 'contract', 'ceasefire', 'declaration', 'other')",
            name="ck_agreement_accounts_kind"),
        sa.CheckConstraint(
            "status IN ('proposed', 'negotiating', 'reached', 'signed', 'ratified', 'in_force', "
            "'suspended', 'terminated', 'rejected')",
            name="ck_agreement_accounts_status"),
        comment="What one document says of one agreement; the views take the best account of each.",
    )
    op.create_table(
        "agreement_parties",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that says so."),
        sa.Column("agreement_id", sa.BigInteger, nullable=False, comment="The agreement spoken of."),
        sa.Column("ordinal", sa.Integer, nullable=False, comment="Position among the parties, from 0."),
        sa.Column("person_id", sa.BigInteger, comment="Person who is a party or signs."),
        sa.Column("organization_id", sa.BigInteger, comment="Organization that is a party."),
        sa.Column("role", sa.String, comment="The post as stated, or the role or group where nobody is named."),
        sa.Column("country_code", sa.String, comment="Country that is a party, or that the party acts for."),
        sa.Column("is_signatory", sa.Boolean, nullable=False, comment="Whether the text says that this party signed."),
        sa.PrimaryKeyConstraint("version_id", "agreement_id", "ordinal", name="pk_agreement_parties"),
        sa.ForeignKeyConstraint(["version_id", "agreement_id"],
                                ["agreement_accounts.version_id", "agreement_accounts.agreement_id"],
                                name="fk_agreement_parties_version_id_agreement_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.person_id"], name="fk_agreement_parties_person_id"),
        sa.ForeignKeyConstraint(["organization_id"],
                                ["organizations.organization_id"], name="fk_agreement_parties_organization_id"),
        sa.ForeignKeyConstraint(["country_code"], ["countries.country_code"], name="fk_agreement_parties_country_code"),
        sa.CheckConstraint(
            "person_id IS NOT NULL OR organization_id IS NOT NULL OR role IS NOT NULL OR country_code IS "
            "NOT NULL",
            name="ck_agreement_parties_somebody"),
        comment="Parties to an agreement, as one document has them.",
    )
    op.create_table(
        "agreement_steps",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that says so."),
        sa.Column("agreement_id", sa.BigInteger, nullable=False, comment="The agreement spoken of."),
        sa.Column("ordinal", sa.Integer, nullable=False, comment="Position among the steps, from 0."),
        sa.Column("status", sa.String, nullable=False, comment="Status that the step leads to."),
        sa.Column("start_date", sa.Date, comment="First possible day."),
        sa.Column("end_date", sa.Date, comment="Last possible day, inclusive."),
        sa.Column("date_precision", sa.String, nullable=False, comment="day, approximate, month or unknown."),
        sa.Column("date_basis", sa.String, nullable=False,
                  comment="Where the date comes from: stated, citation, period or none."),
        sa.Column("date_stated", sa.String, comment="The words that state the date."),
        sa.Column("is_planned", sa.Boolean, nullable=False, comment="Whether the step lies ahead, as the document has it."),
        sa.PrimaryKeyConstraint("version_id", "agreement_id", "ordinal", name="pk_agreement_steps"),
        sa.ForeignKeyConstraint(["version_id", "agreement_id"],
                                ["agreement_accounts.version_id", "agreement_accounts.agreement_id"],
                                name="fk_agreement_steps_version_id_agreement_id"),
        sa.CheckConstraint("date_basis IN ('stated', 'citation', 'period', 'none')", name="ck_agreement_steps_date_basis"),
        sa.CheckConstraint(
            "date_precision IN ('day', 'approximate', 'month', 'unknown')",
            name="ck_agreement_steps_date_precision"),
        sa.CheckConstraint("end_date >= start_date", name="ck_agreement_steps_dates"),
        sa.CheckConstraint(
            "status IN ('proposed', 'negotiating', 'reached', 'signed', 'ratified', 'in_force', "
            "'suspended', 'terminated', 'rejected')",
            name="ck_agreement_steps_status"),
        comment="Reported steps of an agreement, done or planned.",
    )


def downgrade() -> None:
    """Drop the tables, children first, each with the sequence that fed it."""
    op.drop_table("agreement_steps")
    op.drop_table("agreement_parties")
    op.drop_table("agreement_accounts")
    op.drop_table("agreements")
    op.execute("DROP SEQUENCE agreements_agreement_id_seq")
    op.drop_table("meeting_topics")
    op.drop_table("meeting_places")
    op.drop_table("meeting_participants")
    op.drop_table("meeting_accounts")
    op.drop_table("meetings")
    op.execute("DROP SEQUENCE meetings_meeting_id_seq")
    op.drop_table("positions")
    op.execute("DROP SEQUENCE positions_position_id_seq")
    op.drop_table("organization_forms")
    op.drop_table("organization_accounts")
    op.drop_table("person_forms")
    op.drop_table("person_accounts")
    op.drop_table("people")
    op.execute("DROP SEQUENCE people_person_id_seq")
