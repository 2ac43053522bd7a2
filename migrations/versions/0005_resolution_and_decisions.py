"""What is resolved over all documents, what people decided, and what held before.

Why up: accounts of several documents speak of one person, body, meeting or agreement, and people correct what the machine
read; replaced versions are kept, so that the views can be asked as of an earlier run.
Why down: every account stands for itself again, decisions are lost, and only the versions that hold now remain.
"""
from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

HOLDS = "Whether this version holds now. A replaced one is kept: the views can be asked as of an earlier run."
SHOWN = "Whether the views show this version. A replaced one is swept by the next refresh."


def upgrade() -> None:
    """Create the tables, parents first."""
    op.execute(f"COMMENT ON COLUMN document_versions.is_current IS '{HOLDS}'")
    op.execute("CREATE SEQUENCE decisions_decision_id_seq")
    op.create_table(
        "decisions",
        sa.Column("decision_id", sa.BigInteger, server_default=sa.text("nextval('decisions_decision_id_seq')"),
                  nullable=False,
                  comment="Internal key; not shown to readers."),
        sa.Column("kind", sa.String, nullable=False,
                  comment="What it is about: person, organization, meeting, agreement, position, outlet or finding."),
        sa.Column("judgement", sa.String, nullable=False,
                  comment="same, different or unsure of two; accepted, dismissed, rejected or corrected of one."),
        sa.Column("left_id", sa.String, nullable=False, comment="Id of what is decided on, as it was shown then."),
        sa.Column("right_id", sa.String, comment="Id of the other, of two."),
        sa.Column("field", sa.String, comment="Column that is corrected."),
        sa.Column("value", sa.String, comment="Its value; NULL where it is to be empty."),
        sa.Column("reason", sa.String, nullable=False, comment="Why."),
        sa.Column("decided_by", sa.String, nullable=False, comment="Who."),
        sa.Column("decided_at", sa.DateTime, nullable=False, comment="When, UTC."),
        sa.Column("run_id", sa.BigInteger, nullable=False, comment="Run that it was made in."),
        sa.Column("withdrawn_run_id", sa.BigInteger, comment="Run that withdrew it; NULL while it holds."),
        sa.Column("withdrawn_by", sa.String, comment="Who withdrew it."),
        sa.Column("withdrawn_at", sa.DateTime, comment="When, UTC."),
        sa.Column("withdrawn_reason", sa.String, comment="Why."),
        sa.PrimaryKeyConstraint("decision_id", name="pk_decisions"),
        sa.ForeignKeyConstraint(["run_id"], ["ingest_runs.run_id"], name="fk_decisions_run_id"),
        sa.CheckConstraint("(judgement = 'corrected') = (field IS NOT NULL)", name="ck_decisions_field"),
        sa.CheckConstraint(
            "judgement IN ('same', 'different', 'unsure', 'accepted', 'dismissed', 'rejected', 'corrected')",
            name="ck_decisions_judgement"),
        sa.CheckConstraint(
            "kind IN ('person', 'organization', 'meeting', 'agreement', 'position', 'outlet', 'finding')",
            name="ck_decisions_kind"),
        sa.CheckConstraint(
            "(judgement IN ('same', 'different', 'unsure')) = (right_id IS NOT NULL)",
            name="ck_decisions_sides"),
        comment="What people decided. Nothing is deleted: a decision that no longer holds was withdrawn.",
    )
    op.create_table(
        "former_ids",
        sa.Column("kind", sa.String, nullable=False, comment="person, organization, meeting or agreement."),
        sa.Column("id", sa.String, nullable=False, comment="Id that was shown and is no longer."),
        sa.Column("survivor_id", sa.String, nullable=False,
                  comment="Id under which its accounts, or most of them, are shown now."),
        sa.Column("run_id", sa.BigInteger, nullable=False, comment="Run from which on it holds."),
        sa.Column("ended_run_id", sa.BigInteger, comment="Run from which on it no longer holds; NULL while it does."),
        sa.ForeignKeyConstraint(["run_id"], ["ingest_runs.run_id"], name="fk_former_ids_run_id"),
        sa.CheckConstraint("kind IN ('person', 'organization', 'meeting', 'agreement')", name="ck_former_ids_kind"),
        comment="Ids that were shown once, and where they lead.",
    )
    op.create_table(
        "matches",
        sa.Column("match_id", sa.String, nullable=False, comment="Digest of kind and both sides."),
        sa.Column("kind", sa.String, nullable=False, comment="person, organization, meeting or agreement."),
        sa.Column("left_document", sa.String, nullable=False, comment="Id of the document of one account."),
        sa.Column("left_key", sa.String, nullable=False, comment="Natural key of that account."),
        sa.Column("right_document", sa.String, nullable=False, comment="Id of the document of the other."),
        sa.Column("right_key", sa.String, nullable=False, comment="Natural key of the other."),
        sa.Column("outcome", sa.String, nullable=False, comment="merged, or proposed where somebody should decide."),
        sa.Column("score", sa.Double, nullable=False, comment="How likely both speak of one thing, 0 to 1."),
        sa.Column("reasons", sa.String, nullable=False, comment="What speaks for it and against it, with its weight."),
        sa.Column("against", sa.String, comment="What forbids to merge them, where something does."),
        sa.Column("run_id", sa.BigInteger, nullable=False, comment="Run from which on it holds."),
        sa.Column("ended_run_id", sa.BigInteger, comment="Run from which on it no longer holds; NULL while it does."),
        sa.ForeignKeyConstraint(["run_id"], ["ingest_runs.run_id"], name="fk_matches_run_id"),
        sa.CheckConstraint("kind IN ('person', 'organization', 'meeting', 'agreement')", name="ck_matches_kind"),
        sa.CheckConstraint("outcome IN ('merged', 'proposed')", name="ck_matches_outcome"),
        comment="Pairs of accounts of different natural keys that were merged, or are proposed to be.",
    )
    op.create_table(
        "outlet_links",
        sa.Column("outlet_id", sa.BigInteger, nullable=False, comment="Outlet as documents name it."),
        sa.Column("resolved_outlet_id", sa.BigInteger, nullable=False, comment="Outlet that is meant."),
        sa.Column("run_id", sa.BigInteger, nullable=False, comment="Run from which on it holds."),
        sa.Column("ended_run_id", sa.BigInteger, comment="Run from which on it no longer holds; NULL while it does."),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlets.outlet_id"], name="fk_outlet_links_outlet_id"),
        sa.ForeignKeyConstraint(["resolved_outlet_id"], ["outlets.outlet_id"], name="fk_outlet_links_resolved_outlet_id"),
        sa.ForeignKeyConstraint(["run_id"], ["ingest_runs.run_id"], name="fk_outlet_links_run_id"),
        comment="Outlets that somebody decided to be another, such as a misspelt one.",
    )
    op.create_table(
        "reviews",
        sa.Column("run_id", sa.BigInteger, nullable=False, comment="Run in the ledger that stands for it."),
        sa.Column("decided_by", sa.String, nullable=False, comment="Who decided."),
        sa.PrimaryKeyConstraint("run_id", name="pk_reviews"),
        sa.ForeignKeyConstraint(["run_id"], ["ingest_runs.run_id"], name="fk_reviews_run_id"),
        comment="Sessions in which people decided on what is there; each is a run that ingests nothing.",
    )
    op.create_table(
        "terms",
        sa.Column("office", sa.String, nullable=False, comment="Office, of all wordings one: foreign minister, ..."),
        sa.Column("organization_id", sa.BigInteger, comment="Body that it is an office of; NULL for one of a state."),
        sa.Column("country_code", sa.String, comment="State that it is an office of; NULL for one of a body."),
        sa.Column("person_id", sa.BigInteger, nullable=False, comment="Who holds or held it, or is to."),
        sa.Column("first_seen", sa.Date, comment="First day on which a document has the person hold it; NULL where none does."),
        sa.Column("last_seen", sa.Date, comment="Last such day."),
        sa.Column("incoming_on", sa.Date, comment="First day on which a document says that the person is about to hold it."),
        sa.Column("ended_by", sa.Date,
                  comment="Day by which the term had ended, where documents say so or it follows from what they say."),
        sa.Column("ended_because", sa.String, comment="What it follows from: former, left, died or succeeded."),
        sa.Column("predecessor_id", sa.BigInteger, comment="Who was seen in the office before."),
        sa.Column("successor_id", sa.BigInteger, comment="Who was seen in the office next."),
        sa.Column("run_id", sa.BigInteger, nullable=False, comment="Run from which on it holds."),
        sa.Column("ended_run_id", sa.BigInteger, comment="Run from which on it no longer holds; NULL while it does."),
        sa.ForeignKeyConstraint(["country_code"], ["countries.country_code"], name="fk_terms_country_code"),
        sa.ForeignKeyConstraint(["organization_id"], ["organizations.organization_id"], name="fk_terms_organization_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.person_id"], name="fk_terms_person_id"),
        sa.ForeignKeyConstraint(["predecessor_id"], ["people.person_id"], name="fk_terms_predecessor_id"),
        sa.ForeignKeyConstraint(["run_id"], ["ingest_runs.run_id"], name="fk_terms_run_id"),
        sa.ForeignKeyConstraint(["successor_id"], ["people.person_id"], name="fk_terms_successor_id"),
        sa.CheckConstraint("ended_because IN ('former', 'left', 'died', 'succeeded')", name="ck_terms_ended_because"),
        sa.CheckConstraint("last_seen >= first_seen", name="ck_terms_seen"),
        sa.CheckConstraint("(organization_id IS NULL) <> (country_code IS NULL)", name="ck_terms_whose"),
        comment="Who held which office from when to when, as far as documents show; only offices that one person holds at "
                "a time.",
    )
    op.create_table(
        "corrections",
        sa.Column("kind", sa.String, nullable=False, comment="person, organization, meeting, agreement or position."),
        sa.Column("id", sa.String, nullable=False, comment="Id of what is corrected, as it is shown."),
        sa.Column("field", sa.String, nullable=False, comment="Column that is corrected; rejected or accepted of the whole."),
        sa.Column("value", sa.String, comment="Its value; NULL where it is to be empty."),
        sa.Column("decision_id", sa.BigInteger, nullable=False, comment="Decision that says so."),
        sa.Column("run_id", sa.BigInteger, nullable=False, comment="Run from which on it holds."),
        sa.Column("ended_run_id", sa.BigInteger, comment="Run from which on it no longer holds; NULL while it does."),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.decision_id"], name="fk_corrections_decision_id"),
        sa.ForeignKeyConstraint(["run_id"], ["ingest_runs.run_id"], name="fk_corrections_run_id"),
        comment="Decisions on values, brought to the ids that are shown; of several on one column the last.",
    )
    op.create_table(
        "decision_accounts",
        sa.Column("decision_id", sa.BigInteger, nullable=False, comment="Decision."),
        sa.Column("side", sa.String, nullable=False, comment="left or right."),
        sa.Column("document", sa.String, nullable=False, comment="Id of the document."),
        sa.Column("key", sa.String, nullable=False, comment="Natural key of its account."),
        sa.Column("char_start", sa.Integer, comment="First code point of words that the account rested on, from 0."),
        sa.Column("char_end", sa.Integer, comment="Code point after the last one."),
        sa.Column("words", sa.String, comment="Those words."),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.decision_id"], name="fk_decision_accounts_decision_id"),
        sa.CheckConstraint("side IN ('left', 'right')", name="ck_decision_accounts_side"),
        comment="Accounts that stood for each side of a decision. Where another extraction gives one another key, its "
                "words tell it.",
    )
    op.create_table(
        "derived_findings",
        sa.Column("finding_id", sa.String, nullable=False, comment="Digest of what it is about."),
        sa.Column("kind", sa.String, nullable=False, comment="What kind of doubt: identity_conflict, deceased_actor, ..."),
        sa.Column("severity", sa.String, nullable=False, comment="info, warning or error."),
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that it is seen in."),
        sa.Column("char_start", sa.Integer, nullable=False, comment="First code point of the words, from 0."),
        sa.Column("char_end", sa.Integer, nullable=False, comment="Code point after the last one."),
        sa.Column("explanation", sa.String, nullable=False, comment="What a careful reader would question, in a sentence."),
        sa.Column("reading_a", sa.String, comment="One reading."),
        sa.Column("reading_b", sa.String, comment="The other reading."),
        sa.Column("run_id", sa.BigInteger, nullable=False, comment="Run from which on it holds."),
        sa.Column("ended_run_id", sa.BigInteger, comment="Run from which on it no longer holds; NULL while it does."),
        sa.ForeignKeyConstraint(["run_id"], ["ingest_runs.run_id"], name="fk_derived_findings_run_id"),
        sa.ForeignKeyConstraint(["version_id"], ["document_versions.version_id"], name="fk_derived_findings_version_id"),
        sa.CheckConstraint(
            "kind IN ('date_conflict', 'date_outside_period', 'identity_conflict', 'deceased_actor', "
            "'misspelt_source', 'duplicate', 'unresolved_role', 'other')",
            name="ck_derived_findings_kind"),
        sa.CheckConstraint("severity IN ('info', 'warning', 'error')", name="ck_derived_findings_severity"),
        comment="What a careful reader would question when several documents are read together.",
    )
    op.create_table(
        "position_ends",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that states the post."),
        sa.Column("position_id", sa.BigInteger, nullable=False, comment="Post, as the document has it."),
        sa.Column("valid_to", sa.Date, nullable=False, comment="Last day on which it can have been held."),
        sa.Column("run_id", sa.BigInteger, nullable=False, comment="Run from which on it holds."),
        sa.Column("ended_run_id", sa.BigInteger, comment="Run from which on it no longer holds; NULL while it does."),
        sa.ForeignKeyConstraint(["position_id"], ["positions.position_id"], name="fk_position_ends_position_id"),
        sa.ForeignKeyConstraint(["run_id"], ["ingest_runs.run_id"], name="fk_position_ends_run_id"),
        sa.ForeignKeyConstraint(["version_id"], ["document_versions.version_id"], name="fk_position_ends_version_id"),
        comment="Posts of which a document tells that their holder left them or died in them.",
    )
    op.create_table(
        "retirements",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that says so."),
        sa.Column("run_id", sa.BigInteger, nullable=False, comment="Run that replaced it."),
        sa.PrimaryKeyConstraint("version_id", name="pk_retirements"),
        sa.ForeignKeyConstraint(["run_id"], ["ingest_runs.run_id"], name="fk_retirements_run_id"),
        sa.ForeignKeyConstraint(["version_id"], ["document_versions.version_id"], name="fk_retirements_version_id"),
        comment="Versions that another version of their document replaced.",
    )
    # Versions that the older code had replaced and not swept yet; without a row here they would be shown again.
    op.execute("INSERT INTO retirements SELECT old.version_id, coalesce(min(new.run_id), old.run_id) FROM document_versions AS old "
               "LEFT JOIN document_versions AS new ON new.document_id = old.document_id AND new.version_id > old.version_id "
               "WHERE NOT old.is_current GROUP BY old.version_id, old.run_id")
    op.create_table(
        "agreement_links",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document whose account it is."),
        sa.Column("agreement_id", sa.BigInteger, nullable=False,
                  comment="The agreement that the account names by its natural key."),
        sa.Column("resolved_agreement_id", sa.BigInteger, nullable=False, comment="The agreement that is meant."),
        sa.Column("run_id", sa.BigInteger, nullable=False, comment="Run from which on it holds."),
        sa.Column("ended_run_id", sa.BigInteger, comment="Run from which on it no longer holds; NULL while it does."),
        sa.ForeignKeyConstraint(["resolved_agreement_id"], ["agreements.agreement_id"],
                                name="fk_agreement_links_resolved_agreement_id"),
        sa.ForeignKeyConstraint(["run_id"], ["ingest_runs.run_id"], name="fk_agreement_links_run_id"),
        sa.ForeignKeyConstraint(["version_id", "agreement_id"],
                                ["agreement_accounts.version_id", "agreement_accounts.agreement_id"],
                                name="fk_agreement_links_version_id_agreement_id"),
        comment="Accounts that speak of another agreement than their natural key names; all others speak of that one.",
    )
    op.create_table(
        "meeting_links",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document whose account it is."),
        sa.Column("meeting_id", sa.BigInteger, nullable=False,
                  comment="The meeting that the account names by its natural key."),
        sa.Column("resolved_meeting_id", sa.BigInteger, nullable=False, comment="The meeting that is meant."),
        sa.Column("run_id", sa.BigInteger, nullable=False, comment="Run from which on it holds."),
        sa.Column("ended_run_id", sa.BigInteger, comment="Run from which on it no longer holds; NULL while it does."),
        sa.ForeignKeyConstraint(["resolved_meeting_id"], ["meetings.meeting_id"],
                                name="fk_meeting_links_resolved_meeting_id"),
        sa.ForeignKeyConstraint(["run_id"], ["ingest_runs.run_id"], name="fk_meeting_links_run_id"),
        sa.ForeignKeyConstraint(["version_id", "meeting_id"], ["meeting_accounts.version_id", "meeting_accounts.meeting_id"],
                                name="fk_meeting_links_version_id_meeting_id"),
        comment="Accounts that speak of another meeting than their natural key names; all others speak of that one.",
    )
    op.create_table(
        "organization_links",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document whose account it is."),
        sa.Column("organization_id", sa.BigInteger, nullable=False,
                  comment="The organization that the account names by its natural key."),
        sa.Column("resolved_organization_id", sa.BigInteger, nullable=False, comment="The organization that is meant."),
        sa.Column("run_id", sa.BigInteger, nullable=False, comment="Run from which on it holds."),
        sa.Column("ended_run_id", sa.BigInteger, comment="Run from which on it no longer holds; NULL while it does."),
        sa.ForeignKeyConstraint(["resolved_organization_id"], ["organizations.organization_id"],
                                name="fk_organization_links_resolved_organization_id"),
        sa.ForeignKeyConstraint(["run_id"], ["ingest_runs.run_id"], name="fk_organization_links_run_id"),
        sa.ForeignKeyConstraint(["version_id", "organization_id"],
                                ["organization_accounts.version_id", "organization_accounts.organization_id"],
                                name="fk_organization_links_version_id_organization_id"),
        comment="Accounts that speak of another organization than their natural key names; all others speak of that one.",
    )
    op.create_table(
        "person_deaths",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that says so."),
        sa.Column("person_id", sa.BigInteger, nullable=False, comment="Person who is dead."),
        sa.Column("died_on", sa.Date, nullable=False, comment="Day by which the document has the person dead."),
        sa.Column("char_start", sa.Integer, nullable=False,
                  comment="First code point of the stretch in the text as kept, from 0."),
        sa.Column("char_end", sa.Integer, nullable=False, comment="Code point after the last one of the stretch."),
        sa.Column("is_day", sa.Boolean, comment="Whether the words give it as the very day of the death."),
        sa.PrimaryKeyConstraint("version_id", "person_id", name="pk_person_deaths"),
        sa.ForeignKeyConstraint(["version_id", "person_id"], ["person_accounts.version_id", "person_accounts.person_id"],
                                name="fk_person_deaths_version_id_person_id"),
        sa.CheckConstraint("char_start >= 0 AND char_start < char_end", name="ck_person_deaths_span"),
        comment="Deaths that documents tell of, with the words.",
    )
    op.create_table(
        "person_leaves",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that says so."),
        sa.Column("person_id", sa.BigInteger, nullable=False, comment="Person who left a post."),
        sa.Column("left_by", sa.Date, nullable=False, comment="Day by which the document has the person out of it."),
        sa.Column("char_start", sa.Integer, nullable=False,
                  comment="First code point of the stretch in the text as kept, from 0."),
        sa.Column("char_end", sa.Integer, nullable=False, comment="Code point after the last one of the stretch."),
        sa.PrimaryKeyConstraint("version_id", "person_id", name="pk_person_leaves"),
        sa.ForeignKeyConstraint(["version_id", "person_id"], ["person_accounts.version_id", "person_accounts.person_id"],
                                name="fk_person_leaves_version_id_person_id"),
        sa.CheckConstraint("char_start >= 0 AND char_start < char_end", name="ck_person_leaves_span"),
        comment="Resignations, dismissals and the like that documents tell of, with the words.",
    )
    op.create_table(
        "person_links",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document whose account it is."),
        sa.Column("person_id", sa.BigInteger, nullable=False, comment="The person that the account names by its natural key."),
        sa.Column("resolved_person_id", sa.BigInteger, nullable=False, comment="The person that is meant."),
        sa.Column("run_id", sa.BigInteger, nullable=False, comment="Run from which on it holds."),
        sa.Column("ended_run_id", sa.BigInteger, comment="Run from which on it no longer holds; NULL while it does."),
        sa.ForeignKeyConstraint(["resolved_person_id"], ["people.person_id"], name="fk_person_links_resolved_person_id"),
        sa.ForeignKeyConstraint(["run_id"], ["ingest_runs.run_id"], name="fk_person_links_run_id"),
        sa.ForeignKeyConstraint(["version_id", "person_id"], ["person_accounts.version_id", "person_accounts.person_id"],
                                name="fk_person_links_version_id_person_id"),
        comment="Accounts that speak of another person than their natural key names; all others speak of that one.",
    )
    op.create_table(
        "role_holders",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that names the role."),
        sa.Column("meeting_id", sa.BigInteger, nullable=False,
                  comment="Meeting that the role takes part in, as the document has it."),
        sa.Column("ordinal", sa.Integer, nullable=False, comment="Position among its participants."),
        sa.Column("person_id", sa.BigInteger, nullable=False, comment="Who held the post on the day."),
        sa.Column("reasons", sa.String, nullable=False, comment="What says so."),
        sa.Column("run_id", sa.BigInteger, nullable=False, comment="Run from which on it holds."),
        sa.Column("ended_run_id", sa.BigInteger, comment="Run from which on it no longer holds; NULL while it does."),
        sa.ForeignKeyConstraint(["person_id"], ["people.person_id"], name="fk_role_holders_person_id"),
        sa.ForeignKeyConstraint(["run_id"], ["ingest_runs.run_id"], name="fk_role_holders_run_id"),
        sa.ForeignKeyConstraint(["version_id", "meeting_id", "ordinal"],
                                ["meeting_participants.version_id", "meeting_participants.meeting_id",
                                 "meeting_participants.ordinal"],
                                name="fk_role_holders_version_id_meeting_id_ordinal"),
        comment="Who is meant by a participant of whom a document gives the post only.",
    )



def downgrade() -> None:
    """Drop the tables, children first; the older code sweeps the versions that no longer hold."""
    # Who comes up again must not take for resolved what is lost here.
    op.execute("DELETE FROM warehouse_notes WHERE name = 'resolution'")
    op.drop_table("role_holders")
    op.drop_table("person_links")
    op.drop_table("person_leaves")
    op.drop_table("person_deaths")
    op.drop_table("organization_links")
    op.drop_table("meeting_links")
    op.drop_table("agreement_links")
    op.drop_table("retirements")
    op.drop_table("position_ends")
    op.drop_table("derived_findings")
    op.drop_table("decision_accounts")
    op.drop_table("corrections")
    op.drop_table("terms")
    op.drop_table("reviews")
    op.drop_table("outlet_links")
    op.drop_table("matches")
    op.drop_table("former_ids")
    op.drop_table("decisions")
    op.execute("DROP SEQUENCE decisions_decision_id_seq")
    op.execute(f"COMMENT ON COLUMN document_versions.is_current IS '{SHOWN}'")
