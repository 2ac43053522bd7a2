"""Say what was decided, with names where decisions have ids."""
from __future__ import annotations

from collections.abc import Mapping

from explorer.links import link_to
from explorer.markup import Markup, element, joined
from explorer.plainly import plainly
from explorer.words import plain, status

Names = Mapping[tuple[str, str], str]
"""What things are called, by kind and id."""
OF_TWO = {"same": "are one", "different": "are not one", "unsure": "may or may not be one; nobody can tell"}
OF_ONE = {"accepted": "is accepted", "dismissed": "is dismissed", "rejected": "is not to be told"}
FIELDS = {
    "start_date": "first day", "end_date": "last day", "date_precision": "precision of the date", "country_code": "country",
    "valid_from": "first day in office", "valid_to": "last day in office", "wikidata_id": "Wikidata entry",
    "died_on": "day of death",
}


def in_words(decided: object, names: Names) -> Markup:
    """Return a decision as a sentence; `decided` has the fields of reporting.decisions."""
    one = thing(decided.kind, decided.left_id, names)
    if decided.field is not None:
        field = FIELDS.get(decided.field, decided.field.replace("_", " "))
        return joined((f"The {field} of ", one, " is ", element("strong", _value(decided.value)), "."))
    if decided.right_id is not None:
        other = thing(decided.kind, decided.right_id, names)
        return joined((one, " and ", other, " ", OF_TWO.get(decided.judgement, decided.judgement), "."))
    return joined((one, " ", OF_ONE.get(decided.judgement, status(decided.judgement).lower()), "."))


def thing(kind: str, known: str, names: Names) -> Markup:
    """Return what something is called, as a link where it has a page."""
    name = names.get((kind, known))
    if kind == "finding":
        return joined(("The finding “", plainly(name).rstrip(".") if name else "that is no longer shown", "”"))
    return link_to(kind, known, name) if name else element("span", f"{plain(kind)} that is no longer shown")


def _value(value: str | None) -> str:
    return "empty" if value is None else plainly(value).replace("_", " ")
