"""One thing that waits: all there is to know about it, and the form in which it is accepted or rejected."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st

from etl.review.queue import Item
from explorer import words
from explorer.countries import country
from explorer.deciding import ACCEPT, CANNOT_TELL, REJECT, Answer, decide, undo
from explorer.here import Here, write
from explorer.highlight import Stretch, highlight
from explorer.links import link_to
from explorer.markup import Markup, element, joined
from explorer.plainly import plainly
from explorer.screens.meeting import meeting_named
from explorer.tables import alert, badge, details, heading, section
from explorer.told import agreement_name, evidence, meeting_name
from warehouse.errors import WarehouseError

CHOICES = {
    "finding": {ACCEPT: "Accept: the second reading holds", REJECT: "Dismiss: all stays as it is"},
    "match": {ACCEPT: "They are one", REJECT: "They are two", CANNOT_TELL: "Nobody can tell"},
    "fact": {ACCEPT: "It is told", REJECT: "It is not told"},
}

SEVERITIES = {"info": "A note", "warning": "A warning", "error": "An error"}


def question(here: Here, item: Item) -> None:
    """Show what is to be known before deciding."""
    match item.kind:
        case "finding":
            _finding(here, here.snapshot.ask_one("finding", id=item.id))
        case "match":
            _match(here, here.snapshot.ask_one("match", id=item.id))
        case _:
            _fact(here, item)


def form(here: Here, item: Item) -> None:
    """Ask for the decision and keep it; what was entered stays where it could not be kept."""
    choices = CHOICES[item.kind]
    with st.form(f"decide-{item.id}"):
        judgement = st.radio("What holds?", list(choices), format_func=choices.get, index=None, key=f"judgement-{item.id}")
        reason = st.text_area("Why?", key=f"reason-{item.id}", height=80, placeholder="It is kept with the decision.")
        left, right = st.columns([2, 1], vertical_alignment="bottom")
        by = left.text_input("Who decides?", value=here.settings.reviewer, key="who")
        if not right.form_submit_button("Decide", type="primary", width="stretch"):
            return
        entered = (("what holds", judgement), ("why", reason.strip()), ("who decides", by.strip()))
        missing = [what for what, given in entered if not given]
        if missing:
            write(alert(f"Say {words.listed(missing)}; it is kept with the decision."))
            return
        _decide(here, item, Answer(item.id, item.about if item.kind == "fact" else None, judgement, by.strip(), reason.strip()))


def tell() -> None:
    """Say what was done by the click before."""
    if told := st.session_state.pop("told", None):
        st.success(told)


def take_back(here: Here, answers: Sequence[tuple[int, ...]]) -> None:
    """Ask which answer is to be taken back, and why. An answer is taken back whole."""
    with st.form("undo"):
        chosen = st.radio("Which one is to be taken back?", answers, format_func=numbered, horizontal=True)
        left, right = st.columns([3, 1], vertical_alignment="bottom")
        reason = left.text_input("Why is it taken back?", key="undo-reason").strip()
        if not right.form_submit_button("Take it back", width="stretch"):
            return
    if not reason:
        write(alert("Say why; it is kept with the decision."))
        return
    try:
        with st.spinner("Taking it back …"):
            by = st.session_state.get("who") or here.settings.reviewer
            undo(here.settings.warehouse, chosen, by=by, reason=reason, clock=_clock)
    except WarehouseError as error:
        write(alert(f"It was not taken back. {error}"))
        return
    st.session_state["told"] = f"{numbered(chosen)} is taken back; it stays on record."
    st.rerun()


def numbered(numbers: Sequence[int]) -> str:
    """Return the numbers of the decisions of an answer."""
    return f"Decision {words.listed([f'No. {number}' for number in numbers], most=6)}"


def _clock() -> datetime:
    return datetime.now(UTC)


def _decide(here: Here, item: Item, given: Answer) -> None:
    try:
        with st.spinner("Deciding …"):
            kept = decide(here.settings.warehouse, given, clock=_clock)
    except WarehouseError as error:
        write(alert(f"This was not decided. {error}"))
        return
    numbers = numbered([one.number for one in kept])
    st.session_state["told"] = (f"Decided: “{CHOICES[item.kind][given.judgement]}”. {numbers}, listed below, can be taken "
                                "back. Readers see it after the next publication.")
    st.rerun()


def _finding(here: Here, found: tuple) -> None:
    write(heading(plainly(found.explanation), kicker=words.FINDINGS.get(found.kind, words.plain(found.kind)),
                  lead=badge(SEVERITIES.get(found.severity, found.severity), found.severity)))
    text = found.text if found.text is not None else found.quote
    start = found.passage_start if found.text is not None else found.char_start
    where = [link_to("document", found.document_id, found.document, at=found.ordinal), found.section,
             f"page {found.page}" if found.page else None]
    marked = highlight(text, [Stretch(found.char_start, found.char_end, "rx-evidence")], offset=start)
    write(element("article", element("blockquote", marked),
                  element("p", joined([part for part in where if part], " · "), class_="rx-note"), class_="rx-card"))
    if found.reading_a or found.reading_b:
        write(element("div", _reading("As it is read now", found.reading_a), _reading("The second reading", found.reading_b),
                      class_="rx-two"))


def _reading(title: str, text: str | None) -> Markup:
    words_of = plainly(text) if text else "None is proposed."
    return element("div", element("h2", title), element("p", words_of, class_="rx-quote"), class_="rx-card")


def _match(here: Here, found: tuple) -> None:
    write(heading(f"Are these two the same {found.kind}?", kicker="Proposed merge",
                  lead=f"{found.score:.0%} likely, as the machine sees it"))
    write(element("div", _side(here, found.kind, found.left_id, found.left_name, found.left_document_id, found.left_document),
                  _side(here, found.kind, found.right_id, found.right_name, found.right_document_id, found.right_document),
                  class_="rx-two"))
    reasons = [plainly(reason) for reason in (found.reasons or "").split("; ") if reason]
    write(details((
        ("What speaks for it, and against",
         element("ul", joined(element("li", reason) for reason in reasons)) if reasons else None),
        ("What forbids it", plainly(found.against) if found.against else None))))


def _side(here: Here, kind: str, known: str, name: str | None, document_id: str, document: str) -> Markup:
    lines: list[tuple[str, object]] = []
    if kind in ("person", "organization"):
        row = here.snapshot.ask_one(kind, id=known)
        names = [one.name for one in here.snapshot.ask(f"{kind}_names", id=known)]
        lines = [("Names", "; ".join(names)), ("Country", country(row.country_code) if row else None),
                 ("Meetings", row.meetings if row else None),
                 ("Seen", words.seen_in(row.first_seen, row.last_seen).removeprefix("Seen ") if row else None)]
        posts = here.snapshot.ask("posts", of=kind, id=known)[:4] if kind == "person" else []
        lines += [("Post", ", ".join(part for part in (post.title, post.organization, country(post.country_code)) if part))
                  for post in posts]
    else:
        told = here.snapshot.ask("evidence", kind=kind, id=known)[:2]
        lines = [("Words", element("span", f"“{piece.quote}”")) for piece in told]
    return element("div", element("h2", link_to(kind, known, plainly(words.plain(name)) or "Without a name")), details(
        [*lines, ("Told in", link_to("document", document_id, document))]), class_="rx-card")


def _fact(here: Here, item: Item) -> None:
    if item.about == "meeting":
        name = meeting_name(meeting_named(here, item.id))
    else:
        name = agreement_name(here.snapshot.ask_one("agreement", id=item.id).subject)
    write(heading(name, kicker=f"An unsure {item.about}", lead=link_to(item.about, item.id, "Its page")),
          section("Is this told?"), *map(evidence, here.snapshot.ask("evidence", kind=item.about, id=item.id)))
