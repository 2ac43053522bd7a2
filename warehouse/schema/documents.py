"""Documents, the versions of them that were read, and the parts of a version."""
from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, Date, DateTime, Integer, String, Table

from .base import identity, metadata, one_of, ordinal, owned_by, reference, span, surrogate, version_id
from .vocabulary import PASSAGE_KINDS

documents = identity(
    "documents", "document_id",
    Column("uri", String, nullable=False, unique=True, comment="Where the document was found."),
    key="First 16 hexadecimal digits of the SHA-256 of the uri.",
    comment="Documents by address. An identity only: what was read there lies in document_versions.",
)

document_versions = Table(
    "document_versions", metadata,
    surrogate("document_versions", "version_id"),
    reference("document_id", "documents.document_id", "Document that this is a version of.", nullable=False),
    Column("is_current", Boolean, nullable=False,
           comment="Whether this version holds now. A replaced one is kept: the views can be asked as of an earlier run."),
    Column("sha256", String, nullable=False, comment="SHA-256 of the bytes as found, in hexadecimal."),
    Column("media_type", String, nullable=False, comment="Media type of the input, such as text/plain."),
    Column("language", String, nullable=False, comment="Language of the text, ISO 639-1."),
    Column("title", String, comment="Title as the document states it."),
    Column("series", String, comment="Series that it belongs to."),
    Column("publisher", String, comment="Who published it."),
    Column("period_start", Date, comment="First day of the period that it reports on."),
    Column("period_end", Date, comment="Last day of that period."),
    Column("published_on", Date, comment="Day of publication."),
    Column("text", String, nullable=False, comment="The text as kept; every span counts its code points."),
    Column("extractor_version", String, nullable=False, comment="Version of the extraction that read it."),
    reference("run_id", "ingest_runs.run_id", "Run that loaded it.", nullable=False),
    Column("loaded_at", DateTime, nullable=False, comment="When it was loaded, UTC."),
    CheckConstraint("period_end >= period_start", name="period"),
    CheckConstraint("length(sha256) = 64", name="sha256"),
    comment="One reading of one document: text, header and origin. Everything that a document says hangs on its version.",
)

retirements = Table(
    "retirements", metadata,
    version_id(primary_key=True),
    reference("run_id", "ingest_runs.run_id", "Run that replaced it.", nullable=False),
    comment="Versions that another version of their document replaced.",
)

origins = Table(
    "origins", metadata,
    version_id(primary_key=True),
    Column("name", String, nullable=False,
           comment="Name of the input itself, which can tell its format and which mapping it is read by."),
    Column("source", String, comment="Configured source that it came from; NULL where it was named on the spot."),
    Column("stated_title", String, comment="Title that was stated from outside, as by the feed that linked to it."),
    Column("stated_publisher", String, comment="Publisher that was stated from outside."),
    Column("stated_on", Date, comment="Day of publication that was stated from outside."),
    Column("stated_country", String, comment="Country of the publisher that was stated from outside."),
    Column("stated_style", String, comment="Style profile that it was to be read with."),
    comment="What was known of a version from outside its bytes: with them, it can be read again as it was.",
)

sections = Table(
    "sections", metadata,
    version_id(primary_key=True),
    ordinal("Position of the section in the document, from 0."),
    Column("heading", String, comment="Heading as stated; NULL where the section has none."),
    *span(),
    comment="Headed parts of a version.",
)

passages = Table(
    "passages", metadata,
    version_id(primary_key=True),
    ordinal("Position of the passage in the document, from 0."),
    Column("section_ordinal", Integer, nullable=False, comment="Section that holds the passage."),
    Column("kind", String, nullable=False, comment="title, heading, item, paragraph, caption or furniture."),
    *span(),
    Column("page", Integer, comment="Page that it begins on, from 1; NULL where the input has no pages."),
    one_of("kind", PASSAGE_KINDS),
    owned_by(("version_id", "section_ordinal"), ("sections.version_id", "sections.ordinal")),
    comment="Blocks of text of a version: what evidence and mentions lie in.",
)

passage_texts = Table(
    "passage_texts", metadata,
    Column("version_id", BigInteger, primary_key=True, comment="Version of the document that says so."),
    ordinal("Position of the passage in the document, from 0."),
    Column("text", String, nullable=False, comment="The words of the passage, as in the text as kept."),
    owned_by(("version_id", "ordinal"), ("passages.version_id", "passages.ordinal")),
    comment="The words of each passage: a quote is cut from these, since counting code points through a long text takes long.",
)

pages = Table(
    "pages", metadata,
    version_id(primary_key=True),
    Column("number", Integer, primary_key=True, comment="Number of the page, from 1."),
    Column("char_start", Integer, nullable=False, comment="First code point of the page's text, from 0."),
    comment="Where the pages of a version begin in its text; only pages that hold text, only for inputs that have pages.",
)

citations = Table(
    "citations", metadata,
    version_id(primary_key=True),
    ordinal("Position of the citation in the document, from 0."),
    reference("outlet_id", "outlets.outlet_id", "Outlet cited.", nullable=False),
    Column("reported_on", Date, comment="Day on which the outlet reported, where stated."),
    *span(),
    comment="Outlets cited as the source of a claim.",
)
