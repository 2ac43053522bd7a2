"""What all declarations share: the metadata, the names of constraints, and the columns that come again and again.

An entity or a fact is an *identity*: a BIGINT from a sequence and a UNIQUE natural key, never changed. What is said of it
lies in rows that reference it, because DuckDB refuses to change a keyed column of a row that others reference.
Rows that a document owns are keyed by the version of the document and an ordinal; they are written once and never updated.
"""
from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    Sequence,
    String,
    Table,
    text,
)

from .vocabulary import DATE_BASES, DATE_PRECISIONS

metadata = MetaData(naming_convention={
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
})


def surrogate(table: str, column: str) -> Column:
    """Return the internal key column of `table`, filled from a sequence of its own."""
    sequence = Sequence(f"{table}_{column}_seq", metadata=metadata)
    return Column(column, BigInteger, sequence, primary_key=True, server_default=text(f"nextval('{sequence.name}')"),
                  comment="Internal key; not shown to readers.")


def identity(table: str, column: str, *columns: Column | CheckConstraint, key: str, comment: str) -> Table:
    """Declare a table of things that are known by a natural key; `key` says what the key is made of."""
    natural = Column("key", String, nullable=False, unique=True, comment=key)
    return Table(table, metadata, surrogate(table, column), natural, *columns, comment=comment)


def version_id(**options: bool) -> Column:
    """Return the column that says which version of which document a row belongs to."""
    return Column("version_id", BigInteger, ForeignKey("document_versions.version_id"), nullable=False,
                  comment="Version of the document that says so.", **options)


def ordinal(comment: str) -> Column:
    """Return the column that counts rows of one kind within their owner, from 0."""
    return Column("ordinal", Integer, primary_key=True, comment=comment)


def reference(column: str, target: str, comment: str, **options: bool) -> Column:
    """Return a column that references the single-column key `target` (table.column)."""
    kind = String if target == "countries.country_code" else BigInteger
    return Column(column, kind, ForeignKey(target), comment=comment, **options)


def country(comment: str) -> Column:
    """Return a nullable column that references a country by its ISO 3166-1 alpha-2 code."""
    return reference("country_code", "countries.country_code", comment)


def one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    """Return the check that `column` holds one of `values` (or NULL)."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def span() -> tuple[Column, Column, CheckConstraint]:
    """Return the columns of a stretch of the text as kept, and the check that it is not empty."""
    return (
        Column("char_start", Integer, nullable=False, comment="First code point of the stretch in the text as kept, from 0."),
        Column("char_end", Integer, nullable=False, comment="Code point after the last one of the stretch."),
        CheckConstraint("char_start >= 0 AND char_start < char_end", name="span"),
    )


def owned_by(columns: tuple[str, ...], target: tuple[str, ...]) -> ForeignKeyConstraint:
    """Return the foreign key of `columns` to the compound key `target`."""
    return ForeignKeyConstraint(columns, target)


def when() -> tuple[Column | CheckConstraint, ...]:
    """Return the columns of a date as stated and as resolved, with their checks."""
    return (
        Column("start_date", Date, comment="First possible day."),
        Column("end_date", Date, comment="Last possible day, inclusive."),
        Column("date_precision", String, nullable=False, comment="day, approximate, month or unknown."),
        Column("date_basis", String, nullable=False, comment="Where the date comes from: stated, citation, period or none."),
        Column("date_stated", String, comment="The words that state the date."),
        one_of("date_precision", DATE_PRECISIONS),
        one_of("date_basis", DATE_BASES),
        CheckConstraint("end_date >= start_date", name="dates"),
    )


def told(fact: str) -> tuple[Column | ForeignKeyConstraint, ...]:
    """Return the columns of a detail of one document's account of a meeting or an agreement."""
    return (
        Column("version_id", BigInteger, primary_key=True, comment="Version of the document that says so."),
        Column(f"{fact}_id", BigInteger, primary_key=True, comment=f"The {fact} spoken of."),
        owned_by(("version_id", f"{fact}_id"), (f"{fact}_accounts.version_id", f"{fact}_accounts.{fact}_id")),
    )


def somebody() -> CheckConstraint:
    """Return the check that a party is somebody: a person, an organization, a role or a country."""
    known = "person_id IS NOT NULL OR organization_id IS NOT NULL OR role IS NOT NULL OR country_code IS NOT NULL"
    return CheckConstraint(known, name="somebody")
