"""The command `changes`: what appeared, changed and vanished between two runs."""
from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from rapporteur.console import narrate
from rapporteur.moments import moment_named, words_of
from rapporteur.options import DEFAULT_WAREHOUSE, AsJson, Warehouse
from rapporteur.reading import open_live

if TYPE_CHECKING:
    from warehouse.as_of import Moment
    from warehouse.changes import Change, FieldChange


class Kind(StrEnum):
    """What a change is a change of."""

    PERSON = "person"
    ORGANIZATION = "organization"
    MEETING = "meeting"
    AGREEMENT = "agreement"
    POSITION = "position"


HEADINGS = {Kind.PERSON: "People", Kind.ORGANIZATION: "Organizations", Kind.MEETING: "Meetings", Kind.AGREEMENT: "Agreements",
            Kind.POSITION: "Positions"}
OTHER = {"merged": "now", "split": "before"}
"""What the other id of a change is: that under which the thing is shown now, or was before."""


def changes(
    since: Annotated[str, typer.Option("--since", metavar="RUN|DAY", help="The earlier state: after this run, or at the end of a day.")],
    until: Annotated[str | None, typer.Option("--until", metavar="RUN|DAY", help="The later state.", show_default="now")] = None,
    kind: Annotated[list[Kind] | None, typer.Option("--kind", help="Only this kind; may be given again.", show_default="all")] = None,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    as_json: AsJson = False,
) -> None:
    """List what appeared, changed and vanished since a run: people, organizations, meetings, agreements, posts.

    What turned out to be one with another is listed as merged, what is no longer taken for one with it as split. Changes of counts
    and confidence are not listed.

    \b
    Examples:
      rapporteur changes --since run-12
      rapporteur changes --since 2024-05-31 --until 2024-06-30 --kind meeting --kind agreement
      rapporteur changes --since run-12 --json | jq '.changes[] | select(.change == "vanished")'
    """
    from warehouse.as_of import last_moment
    from warehouse.changes import changes_between

    with open_live(warehouse) as connection:
        earlier = moment_named(connection, since, option="--since")
        later = last_moment(connection) if until is None else moment_named(connection, until, option="--until")
        if earlier.run > later.run:
            raise typer.BadParameter(f"{later.run_id or 'no run'} comes before {earlier.run_id}.", param_hint="--until")
        found = changes_between(connection, earlier, later, kinds=list(dict.fromkeys(kind or Kind)))
    narrate(f"From {words_of(earlier)}, to {words_of(later)}: {len(found)} change{'' if len(found) == 1 else 's'}.")
    if as_json:
        from rapporteur.rows import write_json
        write_json({"since": _run(earlier), "until": _run(later), "changes": [asdict(each) for each in found]}, sys.stdout)
    else:
        write_changes(found, sys.stdout)


def write_changes(found: Sequence[Change], out: TextIO) -> None:
    """Write changes under their kind and what became of them, a line a thing and a line a field."""
    for kind, of_kind in groupby(found, lambda each: each.kind):
        out.write(f"{HEADINGS[Kind(kind)]}\n")
        for way, of_way in groupby(of_kind, lambda each: each.change):
            out.write(f"  {way}\n")
            for each in of_way:
                out.write(f"    {_line(each.label)}  [{each.id}]\n")
                if each.other_id is not None:
                    out.write(f"      {OTHER[way]}: {_line(each.other or '')}  [{each.other_id}]\n")
                for field in each.fields:
                    out.write(f"      {_field(field)}\n")


def _field(field: FieldChange) -> str:
    if field.before is None:
        return f"+ {field.field}: {_line(field.after or '')}"
    if field.after is None:
        return f"- {field.field}: {_line(field.before)}"
    return f"{field.field}: {_line(field.before)} → {_line(field.after)}"


def _line(words: str) -> str:
    """Return words of a document as they fit a line: what cannot be printed could steer a terminal."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())


def _run(moment: Moment) -> dict[str, object]:
    return {"run_id": moment.run_id, "finished_at": moment.finished_at, "extractor_version": moment.extractor_version}
