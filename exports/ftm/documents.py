"""Documents, and whom each of them speaks of."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from exports.ftm.codes import LANGUAGES
from exports.ftm.entity import Entity, entity_id
from exports.reporting import Reporting
from exports.wording import long_days
from warehouse.keys import digest

MENTIONS = Path(__file__).with_name("mentions.sql")
DOCUMENTS = "FROM reporting.documents ORDER BY document_id"
SCHEMATA = {"person": "Person", "organization": "Organization"}


def documents(reporting: Reporting) -> Iterator[Entity]:
    """Yield each document; its text stays in the warehouse."""
    for row in reporting.rows(DOCUMENTS):
        document = Entity("Document", entity_id("document", row["document_id"]))
        document.add("fileName", row["uri"].rstrip("/").rpartition("/")[2] or row["uri"])
        document.add("title", row["title"])
        document.add("name", row["title"])
        document.add("publisher", row["publisher"])
        document.add("keywords", row["series"])
        document.add("language", LANGUAGES.get(row["language"]))
        document.add("mimeType", row["media_type"])
        document.add("publishedAt", row["published_on"])
        document.add("date", row["published_on"] or row["period_end"])
        document.add("processedAt", row["ingested_at"])
        document.add("notes", f"SHA-256 {row['sha256']}")
        if row["period_start"] is not None and row["period_end"] is not None:
            document.add("summary", f"Reports on {long_days(row['period_start'], row['period_end'])}.")
        if row["uri"].startswith(("http://", "https://")):
            document.add("sourceUrl", row["uri"])
        yield document


def mentions(reporting: Reporting) -> Iterator[Entity]:
    """Yield, for each document, each person and organization that it speaks of, with the words that it uses."""
    for row in reporting.rows(MENTIONS.read_text(encoding="utf-8")):
        mention = Entity("Mention", entity_id("mention", digest(row["document_id"], row["entity_kind"], row["entity_id"])))
        mention.add("document", entity_id("document", row["document_id"]))
        mention.add("resolved", entity_id(row["entity_kind"], row["entity_id"]))
        mention.add("detectedSchema", SCHEMATA[row["entity_kind"]])
        mention.add("name", *row["names"])
        yield mention
