"""Say in a cell or a line who took part in something, when it was, and which words and sources tell of it."""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from explorer import words
from explorer.countries import country
from explorer.highlight import Stretch, highlight
from explorer.links import link_to
from explorer.markup import Markup, element, is_web_address, joined
from explorer.tables import badge, table

Party = Mapping[str, str | None]


def party_name(party: Party) -> str:
    """Return what a party is called: its person, else its organization, post or country."""
    return party["person"] or party["organization"] or party["role"] or country(party["country_code"]) or "somebody not named"


def party_link(party: Party) -> Markup:
    """Return a party as a link to its page."""
    if party["person_id"]:
        return link_to("person", party["person_id"], party["person"])
    if party["organization_id"] and not party["role"]:
        return link_to("organization", party["organization_id"], party["organization"])
    return element("span", party_name(party))


def party_links(parties: Iterable[Party], *, without: str | None = None) -> Markup:
    """Return parties side by side, without the one whose page this is."""
    return joined([party_link(party) for party in parties
                   if without is None or without != (party["person_id"] or party["organization_id"])], ", ")


def meeting_name(meeting: tuple) -> str:
    """Return what a meeting is called."""
    return words.occasion(meeting.kind, meeting.title, [party_name(party) for party in meeting.parties])


def meetings_table(meetings: Sequence[tuple], *, label: str, without: str | None = None) -> Markup:
    """Return meetings as a table; the day leads to the page of the meeting."""
    return table(("When", "What", "With" if without else "Who", "Where", "State"), [(
        link_to("meeting", one.meeting_id, words.when(one.start_date, one.end_date, one.date_precision)),
        words.occasion(one.kind, one.title, ()),
        party_links(one.parties, without=without) or element("span", "nobody else is named", class_="rx-faint"),
        place(one.place, one.country_code),
        badge(words.status(one.status), one.status)) for one in meetings], label=label)


def agreement_name(subject: str | None) -> str:
    """Return what an agreement is called."""
    return words.plain(subject) or "Agreement"


def agreements_table(agreements: Sequence[tuple], *, label: str) -> Markup:
    """Return agreements as a table; the subject leads to the page of the agreement."""
    return table(("Agreement", "Between", "When", "State"), [(
        link_to("agreement", one.agreement_id, agreement_name(one.subject)),
        party_links(one.parties) or element("span", "no party is named", class_="rx-faint"),
        words.when(one.start_date, one.end_date, one.date_precision),
        badge(words.status(one.status), one.status)) for one in agreements], label=label)


def place(name: str | None, code: str | None) -> str:
    """Return a place with its country."""
    return ", ".join(part for part in (name, country(code)) if part) if name != country(code) else name or ""


def sources(outlets: Iterable[Mapping[str, object]] | None) -> str:
    """Return the sources that are cited, each with the day of its report."""
    told = {f"{outlet['outlet']}, {words.day(outlet['day'])}" if outlet["day"] else str(outlet["outlet"])
            for outlet in outlets or ()}
    return "; ".join(sorted(told))


def evidence(piece: tuple) -> Markup:
    """Return a piece of evidence: its words marked in their passage, who says so, and where to read it."""
    passage = highlight(piece.text, [Stretch(piece.char_start, piece.char_end, "rx-evidence")], offset=piece.passage_start)
    where = [link_to("document", piece.document_id, piece.document, at=piece.ordinal)]
    where += [piece.section] if piece.section else []
    where += [f"page {piece.page}"] if piece.page else []
    if is_web_address(piece.uri):
        where.append(element("a", "original page", href=original_page(piece.uri, piece.media_type, piece.page), target="_blank",
                             rel="noopener noreferrer"))
    return element(
        "article", element("blockquote", passage),
        element("p", element("strong", sources(piece.outlets) or "No source is cited"), class_="rx-source"),
        element("p", joined(where, " · "), class_="rx-note"), class_="rx-card")


def original_page(uri: str, media_type: str | None, page: int | None) -> str:
    """Return the address of an original, at the page where a viewer can go there."""
    return f"{uri}#page={page}" if page and media_type == "application/pdf" and "#" not in uri else uri
