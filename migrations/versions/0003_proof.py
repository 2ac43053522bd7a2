"""Evidence, mentions and findings.

Why up: a fact counts only with the words that support it, so the views need evidence by character span; findings keep what a
careful reader would question.
Why down: proof is lost, and with it every fact vanishes from the views until the documents are read again.
"""
from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables, parents first."""
    op.create_table(
        "evidence",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that says so."),
        sa.Column("ordinal", sa.Integer, nullable=False,
                  comment="Position among the pieces of evidence of the document, from 0."),
        sa.Column("passage_ordinal", sa.Integer, nullable=False, comment="Passage that the words stand in."),
        sa.Column("char_start", sa.Integer, nullable=False,
                  comment="First code point of the stretch in the text as kept, from 0."),
        sa.Column("char_end", sa.Integer, nullable=False, comment="Code point after the last one of the stretch."),
        sa.Column("citation_ordinal", sa.Integer, comment="Citation that the words rest on; NULL where none is cited."),
        sa.Column("meeting_id", sa.BigInteger, comment="Meeting supported."),
        sa.Column("agreement_id", sa.BigInteger, comment="Agreement supported."),
        sa.Column("position_id", sa.BigInteger, comment="Position supported."),
        sa.Column("rule", sa.String, nullable=False, comment="Rule of the extraction that found the fact here."),
        sa.PrimaryKeyConstraint("version_id", "ordinal", name="pk_evidence"),
        sa.ForeignKeyConstraint(["version_id"], ["document_versions.version_id"], name="fk_evidence_version_id"),
        sa.ForeignKeyConstraint(["version_id", "passage_ordinal"],
                                ["passages.version_id", "passages.ordinal"], name="fk_evidence_version_id_passage_ordinal"),
        sa.ForeignKeyConstraint(["version_id", "citation_ordinal"],
                                ["citations.version_id", "citations.ordinal"], name="fk_evidence_version_id_citation_ordinal"),
        sa.ForeignKeyConstraint(["version_id", "meeting_id"],
                                ["meeting_accounts.version_id", "meeting_accounts.meeting_id"],
                                name="fk_evidence_version_id_meeting_id"),
        sa.ForeignKeyConstraint(["version_id", "agreement_id"],
                                ["agreement_accounts.version_id", "agreement_accounts.agreement_id"],
                                name="fk_evidence_version_id_agreement_id"),
        sa.ForeignKeyConstraint(["position_id"], ["positions.position_id"], name="fk_evidence_position_id"),
        sa.CheckConstraint(
            "CAST(meeting_id IS NOT NULL AS INTEGER) + CAST(agreement_id IS NOT NULL AS INTEGER) + "
            "CAST(position_id IS NOT NULL AS INTEGER) = 1",
            name="ck_evidence_exactly_one"),
        sa.CheckConstraint("char_start >= 0 AND char_start < char_end", name="ck_evidence_span"),
        comment="Words that support one fact, one row for each source cited. A fact without evidence does not exist.",
    )
    op.create_table(
        "mentions",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that says so."),
        sa.Column("ordinal", sa.Integer, nullable=False, comment="Position among the mentions of the document, from 0."),
        sa.Column("passage_ordinal", sa.Integer, nullable=False, comment="Passage that the words stand in."),
        sa.Column("char_start", sa.Integer, nullable=False,
                  comment="First code point of the stretch in the text as kept, from 0."),
        sa.Column("char_end", sa.Integer, nullable=False, comment="Code point after the last one of the stretch."),
        sa.Column("person_id", sa.BigInteger, comment="Person denoted."),
        sa.Column("organization_id", sa.BigInteger, comment="Organization denoted."),
        sa.Column("place_id", sa.BigInteger, comment="Place denoted."),
        sa.Column("outlet_id", sa.BigInteger, comment="Outlet denoted."),
        sa.PrimaryKeyConstraint("version_id", "ordinal", name="pk_mentions"),
        sa.ForeignKeyConstraint(["version_id"], ["document_versions.version_id"], name="fk_mentions_version_id"),
        sa.ForeignKeyConstraint(["version_id", "passage_ordinal"],
                                ["passages.version_id", "passages.ordinal"], name="fk_mentions_version_id_passage_ordinal"),
        sa.ForeignKeyConstraint(["person_id"], ["people.person_id"], name="fk_mentions_person_id"),
        sa.ForeignKeyConstraint(["organization_id"], ["organizations.organization_id"], name="fk_mentions_organization_id"),
        sa.ForeignKeyConstraint(["place_id"], ["places.place_id"], name="fk_mentions_place_id"),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlets.outlet_id"], name="fk_mentions_outlet_id"),
        sa.CheckConstraint(
            "CAST(person_id IS NOT NULL AS INTEGER) + CAST(organization_id IS NOT NULL AS INTEGER) + "
            "CAST(place_id IS NOT NULL AS INTEGER) + CAST(outlet_id IS NOT NULL AS INTEGER) = 1",
            name="ck_mentions_exactly_one"),
        sa.CheckConstraint("char_start >= 0 AND char_start < char_end", name="ck_mentions_span"),
        comment="Stretches of text that denote an entity.",
    )
    op.create_table(
        "findings",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that says so."),
        sa.Column("ordinal", sa.Integer, nullable=False, comment="Position among the findings of the document, from 0."),
        sa.Column("kind", sa.String, nullable=False, comment="What kind of doubt: date_conflict, identity_conflict, ..."),
        sa.Column("severity", sa.String, nullable=False, comment="info, warning or error."),
        sa.Column("char_start", sa.Integer, nullable=False,
                  comment="First code point of the stretch in the text as kept, from 0."),
        sa.Column("char_end", sa.Integer, nullable=False, comment="Code point after the last one of the stretch."),
        sa.Column("explanation", sa.String, nullable=False, comment="What a careful reader would question, in a sentence."),
        sa.Column("reading_a", sa.String, comment="One reading."),
        sa.Column("reading_b", sa.String, comment="The other reading."),
        sa.Column("status", sa.String, server_default=sa.text("'open'"), nullable=False,
                  comment="open, accepted or dismissed."),
        sa.Column("decided_at", sa.DateTime, comment="When somebody decided, UTC."),
        sa.PrimaryKeyConstraint("version_id", "ordinal", name="pk_findings"),
        sa.ForeignKeyConstraint(["version_id"], ["document_versions.version_id"], name="fk_findings_version_id"),
        sa.CheckConstraint(
            "kind IN ('date_conflict', 'date_outside_period', 'identity_conflict', 'deceased_actor', "
            "'misspelt_source', 'duplicate', 'unresolved_role', 'other')",
            name="ck_findings_kind"),
        sa.CheckConstraint("severity IN ('info', 'warning', 'error')", name="ck_findings_severity"),
        sa.CheckConstraint("char_start >= 0 AND char_start < char_end", name="ck_findings_span"),
        sa.CheckConstraint("status IN ('open', 'accepted', 'dismissed')", name="ck_findings_status"),
        comment="What a careful reader would question in a document.",
    )


def downgrade() -> None:
    """Drop the tables, children first, each with the sequence that fed it."""
    op.drop_table("findings")
    op.drop_table("mentions")
    op.drop_table("evidence")
