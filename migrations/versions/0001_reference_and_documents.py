"""Reference data, the ledger of runs, and documents with their parts.

Why up: everything that is said later is said by a version of a document, loaded by a run, about things that the reference
data may know. Entities are bare identities, because DuckDB refuses to change a keyed column of a row that others reference;
what may change lies in profiles. A document is separate from its versions, because children and parents cannot be deleted in
one transaction: a changed file becomes a new version, and the old one is swept afterwards.
Why down: an empty file is left, as before; documents and reference data are lost and must be ingested again.
"""
from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables, parents first."""
    op.create_table(
        "warehouse_notes",
        sa.Column("name", sa.String, nullable=False, comment="What is noted: views, reference."),
        sa.Column("value", sa.String, nullable=False, comment="The note: the digest of the files that were applied last."),
        sa.PrimaryKeyConstraint("name", name="pk_warehouse_notes"),
        comment="What the warehouse notes about itself, so that unchanged views and reference data are not applied again.",
    )
    op.execute("CREATE SEQUENCE ingest_runs_run_id_seq")
    op.create_table(
        "ingest_runs",
        sa.Column("run_id", sa.BigInteger, server_default=sa.text("nextval('ingest_runs_run_id_seq')"), nullable=False,
                  comment="Internal key; not shown to readers."),
        sa.Column("started_at", sa.DateTime, nullable=False, comment="When the run began, UTC."),
        sa.Column("finished_at", sa.DateTime, comment="When the run ended, UTC; NULL while it runs or where it was killed."),
        sa.Column("status", sa.String, server_default=sa.text("'running'"), nullable=False,
                  comment="running, completed, failed or cancelled."),
        sa.Column("documents_seen", sa.Integer, server_default=sa.text("0"), nullable=False,
                  comment="Documents that the run found."),
        sa.Column("documents_loaded", sa.Integer, server_default=sa.text("0"), nullable=False,
                  comment="Documents that the run loaded or replaced."),
        sa.Column("documents_replaced", sa.Integer, server_default=sa.text("0"), nullable=False,
                  comment="Documents that the run replaced by a changed version; part of the loaded ones."),
        sa.Column("documents_skipped", sa.Integer, server_default=sa.text("0"), nullable=False,
                  comment="Documents that the run knew already."),
        sa.Column("documents_rejected", sa.Integer, server_default=sa.text("0"), nullable=False,
                  comment="Documents that the run could not read."),
        sa.Column("extractor_version", sa.String, nullable=False, comment="Version of the extraction that the run used."),
        sa.Column("flow_run", sa.String, comment="Name or id of the flow run in the orchestrator, where one ran it."),
        sa.PrimaryKeyConstraint("run_id", name="pk_ingest_runs"),
        sa.CheckConstraint("status IN ('running', 'completed', 'failed', 'cancelled')", name="ck_ingest_runs_status"),
        comment="Runs of ingestion, one row each.",
    )
    op.execute("CREATE SEQUENCE rejected_documents_rejection_id_seq")
    op.create_table(
        "rejected_documents",
        sa.Column(
            "rejection_id", sa.BigInteger,
            server_default=sa.text("nextval('rejected_documents_rejection_id_seq')"), nullable=False,
            comment="Internal key; not shown to readers."),
        sa.Column("uri", sa.String, nullable=False, comment="Where the input was found."),
        sa.Column("sha256", sa.String, comment="SHA-256 of its bytes, in hexadecimal; NULL where they could not be read."),
        sa.Column("reason", sa.String, nullable=False,
                  comment="Short reason: empty, binary, encoding, too_large, missing, ..."),
        sa.Column("detail", sa.String, comment="The reason in full, with the value that caused it."),
        sa.Column("run_id", sa.BigInteger, nullable=False, comment="Run that rejected it."),
        sa.Column("rejected_at", sa.DateTime, nullable=False, comment="When, UTC."),
        sa.PrimaryKeyConstraint("rejection_id", name="pk_rejected_documents"),
        sa.ForeignKeyConstraint(["run_id"], ["ingest_runs.run_id"], name="fk_rejected_documents_run_id"),
        comment="Inputs that could not be read or loaded.",
    )
    op.create_table(
        "countries",
        sa.Column("country_code", sa.String, nullable=False,
                  comment="ISO 3166-1 alpha-2 code; the former code of a former state."),
        sa.Column("name", sa.String, nullable=False, comment="Short English name."),
        sa.Column("official_name", sa.String, comment="Official English name."),
        sa.Column("capital", sa.String, comment="Seat of government."),
        sa.Column("is_former", sa.Boolean, nullable=False, comment="Whether the state no longer exists."),
        sa.PrimaryKeyConstraint("country_code", name="pk_countries"),
        comment="States and territories with a code of their own, present and former.",
    )
    op.create_table(
        "country_names",
        sa.Column("country_code", sa.String, nullable=False, comment="Country so named."),
        sa.Column("kind", sa.String, nullable=False, comment="name, or demonym for its people and the adjective."),
        sa.Column("name", sa.String, nullable=False, comment="The name or demonym as written."),
        sa.PrimaryKeyConstraint("country_code", "kind", "name", name="pk_country_names"),
        sa.ForeignKeyConstraint(["country_code"], ["countries.country_code"], name="fk_country_names_country_code"),
        sa.CheckConstraint("kind IN ('name', 'demonym')", name="ck_country_names_kind"),
        comment="Names and demonyms by which texts refer to countries.",
    )
    op.execute("CREATE SEQUENCE places_place_id_seq")
    op.create_table(
        "places",
        sa.Column("place_id", sa.BigInteger, server_default=sa.text("nextval('places_place_id_seq')"), nullable=False,
                  comment="Internal key; not shown to readers."),
        sa.Column("key", sa.String, nullable=False, comment="Slug of the name and the country code."),
        sa.Column("name", sa.String,
                  comment="Name as documents have it, the first in the alphabet; NULL where only the state is known."),
        sa.Column("country_code", sa.String, comment="State that the place lies in."),
        sa.PrimaryKeyConstraint("place_id", name="pk_places"),
        sa.UniqueConstraint("key", name="uq_places_key"),
        sa.ForeignKeyConstraint(["country_code"], ["countries.country_code"], name="fk_places_country_code"),
        comment="Places, from the reference data or first named by a document.",
    )
    op.create_table(
        "place_names",
        sa.Column("place_id", sa.BigInteger, nullable=False, comment="Place so named."),
        sa.Column("name", sa.String, nullable=False, comment="The name as written."),
        sa.PrimaryKeyConstraint("place_id", "name", name="pk_place_names"),
        sa.ForeignKeyConstraint(["place_id"], ["places.place_id"], name="fk_place_names_place_id"),
        comment="Names by which texts refer to places of the reference data.",
    )
    op.create_table(
        "place_profiles",
        sa.Column("place_id", sa.BigInteger, nullable=False, comment="Place described."),
        sa.Column("name", sa.String, nullable=False, comment="Usual English name."),
        sa.Column("kind", sa.String, comment="Kind of place as the reference data has it: city, territory, site, ..."),
        sa.Column("latitude", sa.Double, comment="Degrees north, WGS 84."),
        sa.Column("longitude", sa.Double, comment="Degrees east, WGS 84."),
        sa.PrimaryKeyConstraint("place_id", name="pk_place_profiles"),
        sa.ForeignKeyConstraint(["place_id"], ["places.place_id"], name="fk_place_profiles_place_id"),
        comment="What the reference data says of a place; documents never change it.",
    )
    op.execute("CREATE SEQUENCE outlets_outlet_id_seq")
    op.create_table(
        "outlets",
        sa.Column("outlet_id", sa.BigInteger, server_default=sa.text("nextval('outlets_outlet_id_seq')"), nullable=False,
                  comment="Internal key; not shown to readers."),
        sa.Column("key", sa.String, nullable=False, comment="Slug of the name."),
        sa.Column("name", sa.String, nullable=False, comment="Name as documents have it, the first in the alphabet."),
        sa.PrimaryKeyConstraint("outlet_id", name="pk_outlets"),
        sa.UniqueConstraint("key", name="uq_outlets_key"),
        comment="News sources, from the reference data or first cited by a document.",
    )
    op.create_table(
        "outlet_names",
        sa.Column("outlet_id", sa.BigInteger, nullable=False, comment="Outlet so named."),
        sa.Column("name", sa.String, nullable=False, comment="The name as written."),
        sa.PrimaryKeyConstraint("outlet_id", "name", name="pk_outlet_names"),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlets.outlet_id"], name="fk_outlet_names_outlet_id"),
        comment="Names by which texts refer to outlets of the reference data.",
    )
    op.create_table(
        "outlet_profiles",
        sa.Column("outlet_id", sa.BigInteger, nullable=False, comment="Outlet described."),
        sa.Column("name", sa.String, nullable=False, comment="Usual English name."),
        sa.Column("country_code", sa.String, comment="Country that the outlet reports from."),
        sa.Column("kind", sa.String,
                  comment="Kind of outlet as the reference data has it: agency, newspaper, broadcaster, ..."),
        sa.Column("reliability", sa.String,
                  comment="Admiralty letter, A reliable to F cannot be judged; NULL where nobody judged."),
        sa.PrimaryKeyConstraint("outlet_id", name="pk_outlet_profiles"),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlets.outlet_id"], name="fk_outlet_profiles_outlet_id"),
        sa.ForeignKeyConstraint(["country_code"], ["countries.country_code"], name="fk_outlet_profiles_country_code"),
        sa.CheckConstraint("reliability IN ('A', 'B', 'C', 'D', 'E', 'F')", name="ck_outlet_profiles_reliability"),
        comment="What the reference data says of an outlet; documents never change it.",
    )
    op.execute("CREATE SEQUENCE organizations_organization_id_seq")
    op.create_table(
        "organizations",
        sa.Column(
            "organization_id", sa.BigInteger,
            server_default=sa.text("nextval('organizations_organization_id_seq')"), nullable=False,
            comment="Internal key; not shown to readers."),
        sa.Column("key", sa.String, nullable=False, comment="Slug of the name and, where it has one, the country code."),
        sa.PrimaryKeyConstraint("organization_id", name="pk_organizations"),
        sa.UniqueConstraint("key", name="uq_organizations_key"),
        comment="Bodies: states' organs, international bodies, parties, companies. An identity only.",
    )
    op.create_table(
        "organization_names",
        sa.Column("organization_id", sa.BigInteger, nullable=False, comment="Organization so named."),
        sa.Column("name", sa.String, nullable=False, comment="The name as written."),
        sa.PrimaryKeyConstraint("organization_id", "name", name="pk_organization_names"),
        sa.ForeignKeyConstraint(["organization_id"],
                                ["organizations.organization_id"], name="fk_organization_names_organization_id"),
        comment="Names by which texts refer to organizations of the reference data.",
    )
    op.create_table(
        "organization_profiles",
        sa.Column("organization_id", sa.BigInteger, nullable=False, comment="Organization described."),
        sa.Column("name", sa.String, nullable=False, comment="Usual English name."),
        sa.Column("kind", sa.String, nullable=False, comment="Kind of body: international, government, militia, ..."),
        sa.Column("country_code", sa.String, comment="Country that it belongs to; NULL for international bodies."),
        sa.Column("parent_organization_id", sa.BigInteger, comment="Body that it is part of."),
        sa.Column("description", sa.String, comment="What it is, in a few words."),
        sa.PrimaryKeyConstraint("organization_id", name="pk_organization_profiles"),
        sa.ForeignKeyConstraint(["organization_id"],
                                ["organizations.organization_id"], name="fk_organization_profiles_organization_id"),
        sa.ForeignKeyConstraint(["country_code"], ["countries.country_code"], name="fk_organization_profiles_country_code"),
        sa.ForeignKeyConstraint(["parent_organization_id"],
                                ["organizations.organization_id"], name="fk_organization_profiles_parent_organization_id"),
        sa.CheckConstraint(
            "kind IN ('international', 'government', 'parliament', 'armed_forces', 'party', 'militia', "
            "'company', 'university', 'media', 'embassy', 'court', 'civil_society', 'other')",
            name="ck_organization_profiles_kind"),
        comment="What the reference data says of an organization; it wins over what documents say.",
    )
    op.execute("CREATE SEQUENCE documents_document_id_seq")
    op.create_table(
        "documents",
        sa.Column("document_id", sa.BigInteger, server_default=sa.text("nextval('documents_document_id_seq')"), nullable=False,
                  comment="Internal key; not shown to readers."),
        sa.Column("key", sa.String, nullable=False, comment="First 16 hexadecimal digits of the SHA-256 of the uri."),
        sa.Column("uri", sa.String, nullable=False, comment="Where the document was found."),
        sa.PrimaryKeyConstraint("document_id", name="pk_documents"),
        sa.UniqueConstraint("key", name="uq_documents_key"),
        sa.UniqueConstraint("uri", name="uq_documents_uri"),
        comment="Documents by address. An identity only: what was read there lies in document_versions.",
    )
    op.execute("CREATE SEQUENCE document_versions_version_id_seq")
    op.create_table(
        "document_versions",
        sa.Column(
            "version_id", sa.BigInteger,
            server_default=sa.text("nextval('document_versions_version_id_seq')"), nullable=False,
            comment="Internal key; not shown to readers."),
        sa.Column("document_id", sa.BigInteger, nullable=False, comment="Document that this is a version of."),
        sa.Column("is_current", sa.Boolean, nullable=False,
                  comment="Whether the views show this version. A replaced one is swept by the next refresh."),
        sa.Column("sha256", sa.String, nullable=False, comment="SHA-256 of the bytes as found, in hexadecimal."),
        sa.Column("media_type", sa.String, nullable=False, comment="Media type of the input, such as text/plain."),
        sa.Column("language", sa.String, nullable=False, comment="Language of the text, ISO 639-1."),
        sa.Column("title", sa.String, comment="Title as the document states it."),
        sa.Column("series", sa.String, comment="Series that it belongs to."),
        sa.Column("publisher", sa.String, comment="Who published it."),
        sa.Column("period_start", sa.Date, comment="First day of the period that it reports on."),
        sa.Column("period_end", sa.Date, comment="Last day of that period."),
        sa.Column("published_on", sa.Date, comment="Day of publication."),
        sa.Column("text", sa.String, nullable=False, comment="The text as kept; every span counts its code points."),
        sa.Column("extractor_version", sa.String, nullable=False, comment="Version of the extraction that read it."),
        sa.Column("run_id", sa.BigInteger, nullable=False, comment="Run that loaded it."),
        sa.Column("loaded_at", sa.DateTime, nullable=False, comment="When it was loaded, UTC."),
        sa.PrimaryKeyConstraint("version_id", name="pk_document_versions"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.document_id"], name="fk_document_versions_document_id"),
        sa.ForeignKeyConstraint(["run_id"], ["ingest_runs.run_id"], name="fk_document_versions_run_id"),
        sa.CheckConstraint("period_end >= period_start", name="ck_document_versions_period"),
        sa.CheckConstraint("length(sha256) = 64", name="ck_document_versions_sha256"),
        comment="One reading of one document: text, header and origin. Everything that a document says hangs on its version.",
    )
    op.create_table(
        "sections",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that says so."),
        sa.Column("ordinal", sa.Integer, nullable=False, comment="Position of the section in the document, from 0."),
        sa.Column("heading", sa.String, comment="Heading as stated; NULL where the section has none."),
        sa.Column("char_start", sa.Integer, nullable=False,
                  comment="First code point of the stretch in the text as kept, from 0."),
        sa.Column("char_end", sa.Integer, nullable=False, comment="Code point after the last one of the stretch."),
        sa.PrimaryKeyConstraint("version_id", "ordinal", name="pk_sections"),
        sa.ForeignKeyConstraint(["version_id"], ["document_versions.version_id"], name="fk_sections_version_id"),
        sa.CheckConstraint("char_start >= 0 AND char_start < char_end", name="ck_sections_span"),
        comment="Headed parts of a version.",
    )
    op.create_table(
        "passages",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that says so."),
        sa.Column("ordinal", sa.Integer, nullable=False, comment="Position of the passage in the document, from 0."),
        sa.Column("section_ordinal", sa.Integer, nullable=False, comment="Section that holds the passage."),
        sa.Column("kind", sa.String, nullable=False, comment="title, heading, item, paragraph, caption or furniture."),
        sa.Column("char_start", sa.Integer, nullable=False,
                  comment="First code point of the stretch in the text as kept, from 0."),
        sa.Column("char_end", sa.Integer, nullable=False, comment="Code point after the last one of the stretch."),
        sa.Column("page", sa.Integer, comment="Page that it begins on, from 1; NULL where the input has no pages."),
        sa.PrimaryKeyConstraint("version_id", "ordinal", name="pk_passages"),
        sa.ForeignKeyConstraint(["version_id"], ["document_versions.version_id"], name="fk_passages_version_id"),
        sa.ForeignKeyConstraint(["version_id", "section_ordinal"],
                                ["sections.version_id", "sections.ordinal"], name="fk_passages_version_id_section_ordinal"),
        sa.CheckConstraint(
            "kind IN ('title', 'heading', 'item', 'paragraph', 'caption', 'furniture')",
            name="ck_passages_kind"),
        sa.CheckConstraint("char_start >= 0 AND char_start < char_end", name="ck_passages_span"),
        comment="Blocks of text of a version: what evidence and mentions lie in.",
    )
    op.create_table(
        "citations",
        sa.Column("version_id", sa.BigInteger, nullable=False, comment="Version of the document that says so."),
        sa.Column("ordinal", sa.Integer, nullable=False, comment="Position of the citation in the document, from 0."),
        sa.Column("outlet_id", sa.BigInteger, nullable=False, comment="Outlet cited."),
        sa.Column("reported_on", sa.Date, comment="Day on which the outlet reported, where stated."),
        sa.Column("char_start", sa.Integer, nullable=False,
                  comment="First code point of the stretch in the text as kept, from 0."),
        sa.Column("char_end", sa.Integer, nullable=False, comment="Code point after the last one of the stretch."),
        sa.PrimaryKeyConstraint("version_id", "ordinal", name="pk_citations"),
        sa.ForeignKeyConstraint(["version_id"], ["document_versions.version_id"], name="fk_citations_version_id"),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlets.outlet_id"], name="fk_citations_outlet_id"),
        sa.CheckConstraint("char_start >= 0 AND char_start < char_end", name="ck_citations_span"),
        comment="Outlets cited as the source of a claim.",
    )


def downgrade() -> None:
    """Drop the tables, children first, each with the sequence that fed it."""
    op.drop_table("citations")
    op.drop_table("passages")
    op.drop_table("sections")
    op.drop_table("document_versions")
    op.execute("DROP SEQUENCE document_versions_version_id_seq")
    op.drop_table("documents")
    op.execute("DROP SEQUENCE documents_document_id_seq")
    op.drop_table("organization_profiles")
    op.drop_table("organization_names")
    op.drop_table("organizations")
    op.execute("DROP SEQUENCE organizations_organization_id_seq")
    op.drop_table("outlet_profiles")
    op.drop_table("outlet_names")
    op.drop_table("outlets")
    op.execute("DROP SEQUENCE outlets_outlet_id_seq")
    op.drop_table("place_profiles")
    op.drop_table("place_names")
    op.drop_table("places")
    op.execute("DROP SEQUENCE places_place_id_seq")
    op.drop_table("country_names")
    op.drop_table("countries")
    op.drop_table("rejected_documents")
    op.execute("DROP SEQUENCE rejected_documents_rejection_id_seq")
    op.drop_table("ingest_runs")
    op.execute("DROP SEQUENCE ingest_runs_run_id_seq")
    op.drop_table("warehouse_notes")
