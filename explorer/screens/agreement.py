"""One agreement: its parties, how far it has come step by step, and each piece of evidence marked in its passage."""
from __future__ import annotations

from explorer import words
from explorer.countries import country
from explorer.here import Here, the_one, titled, write
from explorer.links import link_to
from explorer.markup import Markup, joined
from explorer.tables import badge, details, heading, nothing, section, table
from explorer.told import agreement_name, evidence, party_link


def show(here: Here) -> None:
    """Show the page."""
    found = the_one(here, "agreement")
    if found is None:
        return
    known = found.agreement_id
    name = agreement_name(found.subject)
    titled(name)
    days = words.when(found.start_date, found.end_date, found.date_precision)
    write(heading(name, kicker=words.plain(found.kind), lead=joined(
        [badge(words.status(found.status), found.status), days], " · ")),
        details((
            ("State", f"{words.status(found.status)}, the furthest that was reached"),
            ("When", days),
            ("In the words", f"“{found.date_stated}”" if found.date_stated else None),
            ("Planned next", words.status(found.next_planned) if found.next_planned else None),
            ("Sources", words.count(found.source_count, "source")),
            ("Certainty", f"{found.confidence:.0%}, as the extraction sees it"))))
    _parties(here, known)
    _steps(here, known)
    told = here.snapshot.ask("evidence", kind="agreement", id=known)
    write(section("Which words say so", note=words.count(len(told), "passage")), *map(evidence, told))


def _parties(here: Here, known: str) -> None:
    parties = [row._asdict() for row in here.snapshot.ask("parties", id=known)]
    write(section("Parties"), table(("Who", "As", "Country", "Signed"), [(
        party_link(party), party["role"], country(party["country_code"]), "Yes, a text says" if party["is_signatory"] else "")
        for party in parties], label="Parties") if parties else nothing("No text names a party."))


def _steps(here: Here, known: str) -> None:
    rows = here.snapshot.ask("steps", id=known)
    write(section("Step by step", note="What documents report; a planned step lay ahead when the document was written."),
          table(("Step", "When", "Told in"), [(
              _step(row), words.when(row.as_of, row.as_of, row.date_precision),
              link_to("document", row.document_id, row.document)) for row in rows], label="Steps")
          if rows else nothing("No document reports a step."))


def _step(row: tuple) -> Markup:
    return badge(f"{words.status(row.status)} (planned)" if row.is_planned else words.status(row.status),
                 "planned" if row.is_planned else row.status)
