"""The commands of `review`: decide on what the machine read. What is decided is kept, wins over later extraction, and can be undone."""
from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapporteur.console import narrate
from rapporteur.options import DEFAULT_WAREHOUSE, AsJson, Warehouse

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from etl.review.deciding import Who
    from etl.review.queue import Item
    from warehouse.decisions import Decided

app = typer.Typer(invoke_without_command=True, rich_markup_mode=None)


class ItemKind(StrEnum):
    """What waits for a decision."""

    FINDING = "finding"
    MATCH = "match"
    FACT = "fact"


class Kind(StrEnum):
    """What an id can name."""

    PERSON = "person"
    ORGANIZATION = "organization"
    MEETING = "meeting"
    AGREEMENT = "agreement"
    POSITION = "position"


Id = Annotated[str, typer.Argument(metavar="ID", help="Of a finding, a match, a person, an organization or a fact.")]
Reason = Annotated[str, typer.Option("--reason", "-r", help="Why; it is kept with the decision.")]
By = Annotated[str, typer.Option("--by", envvar="RAPPORTEUR_REVIEWER", default_factory=getpass.getuser, show_default="your login",
                                 help="Who decides.")]
OfKind = Annotated[Kind | None, typer.Option("--kind", help="What the id names, where it names several things.", show_default=False)]
Build = Callable[["DuckDBPyConnection", "Who"], "list[Decided]"]


@app.callback()
def review(
    context: typer.Context,
    by: By,
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    kind: Annotated[ItemKind | None, typer.Option("--only", help="Walk through these only.", show_default=False)] = None,
) -> None:
    """Walk through what waits for a decision: open findings, proposed merges and unsure facts, the most consequential first.

    \b
    Decide without being asked:
      rapporteur review list                                what waits
      rapporteur review show ID                             all there is to know about it
      rapporteur review accept ID --reason "..."            the finding's second reading, the merge, the fact
      rapporteur review reject ID --reason "..."            dismiss the finding, keep two apart, take the fact away
      rapporteur review edit ID start_date 2020-11-21 --reason "..."
      rapporteur review merge ID ID --reason "..."
      rapporteur review split ID DOCUMENT:KEY --reason "..."
      rapporteur review undo DECISION --reason "..."
    """
    if context.invoked_subcommand is None:
        _walk(warehouse, kind, by)
    else:
        # what stands before the name of a command holds for it, too
        context.default_map = {context.invoked_subcommand: {"warehouse": str(warehouse), "by": by}}


@app.command("list")
def list_items(
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    kind: Annotated[ItemKind | None, typer.Option("--only", help="These only.", show_default=False)] = None,
    limit: Annotated[int | None, typer.Option(min=1, show_default=False, help="That many at most.")] = None,
    as_json: AsJson = False,
) -> None:
    """List what waits for a decision, the most consequential first."""
    from etl.review.queue import waiting
    from rapporteur.rows import write_json, write_table

    with _looking(warehouse) as connection:
        items = waiting(connection, kind=kind, limit=limit)
    if as_json:
        write_json([asdict(item) for item in items], sys.stdout)
    else:
        write_table(("id", "what", "question"), [(item.id, item.about, item.headline) for item in items], sys.stdout)
        narrate(f"{len(items)} wait for a decision." if items else "Nothing waits for a decision.")


@app.command()
def show(known: Id, warehouse: Warehouse = DEFAULT_WAREHOUSE, kind: OfKind = None) -> None:
    """Show all there is to know before deciding on something."""
    from etl.review.queue import facts_about, what_is

    with _looking(warehouse) as connection:
        _write_lines(facts_about(connection, *what_is(connection, known, kind)))


@app.command()
def accept(known: Id, reason: Reason, by: By, warehouse: Warehouse = DEFAULT_WAREHOUSE, kind: OfKind = None) -> None:
    """Accept: the second reading of a finding with the repair that it proposes, a proposed merge, or a fact."""
    from etl.review.judging import judged
    _decide(warehouse, by, reason, lambda connection, who: judged(connection, known, kind, True, who))


@app.command()
def reject(known: Id, reason: Reason, by: By, warehouse: Warehouse = DEFAULT_WAREHOUSE, kind: OfKind = None) -> None:
    """Reject: dismiss a finding, keep the two of a match apart, or take a fact away."""
    from etl.review.judging import judged
    _decide(warehouse, by, reason, lambda connection, who: judged(connection, known, kind, False, who))


@app.command()
def unsure(match: Id, reason: Reason, by: By, warehouse: Warehouse = DEFAULT_WAREHOUSE) -> None:
    """Note that nobody can tell whether the two of a match are one; it is not asked again."""
    from etl.review.deciding import UNSURE, on_match
    _decide(warehouse, by, reason, lambda connection, who: [on_match(connection, match, UNSURE, who)])


@app.command()
def edit(
    known: Id,
    field: Annotated[str, typer.Argument(metavar="FIELD", help="The column, such as start_date or name.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="What it is to hold; \"\" for nothing.")],
    reason: Reason, by: By, warehouse: Warehouse = DEFAULT_WAREHOUSE, kind: OfKind = None,
) -> None:
    """Correct a value. It wins over every later extraction until it is undone; the machine's stands in reporting.corrections."""
    from etl.review.deciding import correct
    from etl.review.queue import what_is
    _decide(warehouse, by, reason, lambda connection, who: [
        correct(connection, *what_is(connection, known, kind), field, value, who)])


@app.command()
def merge(known: Id, other: Id, reason: Reason, by: By, warehouse: Warehouse = DEFAULT_WAREHOUSE, kind: OfKind = None) -> None:
    """Make two people, organizations, meetings or agreements one. Both ids keep leading to it."""
    from etl.identity.account import SAME
    from etl.review.deciding import one_of_two
    from etl.review.queue import what_is

    def built(connection: DuckDBPyConnection, who: Who) -> list[Decided]:
        found, one = what_is(connection, known, kind)
        return [one_of_two(connection, found, one, other, SAME, who)]
    _decide(warehouse, by, reason, built)


@app.command()
def split(
    known: Id,
    accounts: Annotated[list[str], typer.Argument(metavar="DOCUMENT:KEY...", help="Accounts to part from the rest; see `show`.")],
    reason: Reason, by: By, warehouse: Warehouse = DEFAULT_WAREHOUSE, kind: OfKind = None,
) -> None:
    """Part some accounts of a person, organization, meeting or agreement from the rest."""
    from etl.review.deciding import split as parted
    from etl.review.queue import what_is

    named = frozenset((document, key) for document, _, key in (account.partition(":") for account in accounts))
    _decide(warehouse, by, reason, lambda connection, who: [
        parted(connection, *what_is(connection, known, kind), named, who)])


@app.command()
def undo(
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="As in reporting.decisions, such as decision-7.")],
    reason: Reason, by: By, warehouse: Warehouse = DEFAULT_WAREHOUSE,
) -> None:
    """Withdraw a decision; one on a finding goes with the repairs that it made. It stays on record."""
    from etl.review.session import review as session

    number = decision.removeprefix("decision-")
    if not number.isdecimal():
        raise typer.BadParameter(f"{decision!r} is no decision; they are called decision-1, decision-2, ...",
                                 param_hint="DECISION")
    with session(Path(os.path.abspath(warehouse)), by=by, clock=_clock, on_wait=narrate) as opened:
        withdrawn = opened.undo(int(number), reason=reason)
    for decision_id in withdrawn:
        narrate(f"decision-{decision_id} is withdrawn.")


@app.command("export")
def export_decisions(
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there, not to stdout.")] = None,
) -> None:
    """Write the decisions that hold, a line of JSON each: to keep beside the originals, or to bring to another warehouse."""
    from etl.review.carrying import to_lines
    from warehouse.decisions import decisions_that_hold

    with _looking(warehouse) as connection:
        lines = [f"{line}\n" for line in to_lines(decisions_that_hold(connection))]
    if output is None:
        sys.stdout.writelines(lines)
    else:
        output.write_text("".join(lines), encoding="utf-8")
    narrate(f"{len(lines)} decisions hold.")


@app.command("import")
def import_decisions(
    file: Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="As `export` wrote it.")],
    by: By, warehouse: Warehouse = DEFAULT_WAREHOUSE,
) -> None:
    """Take in decisions of another warehouse; those that are there already are left out."""
    from etl.review.carrying import from_lines, new_ones
    from etl.review.session import review as session
    from warehouse.decisions import decisions_that_hold

    decided = list(from_lines(file.read_text(encoding="utf-8").splitlines(), str(file)))
    with session(Path(os.path.abspath(warehouse)), by=by, clock=_clock, on_wait=narrate) as opened:
        kept = opened.keep(new_ones(decided, decisions_that_hold(opened.connection)))
    narrate(f"{len(kept)} decisions were taken in, {len(decided) - len(kept)} were there already.")


@contextmanager
def _looking(warehouse: Path) -> Iterator[DuckDBPyConnection]:
    """Open a warehouse itself, not what is published of it, to look into it."""
    from rapporteur.reading import open_live
    from warehouse.as_of import require_views

    with open_live(warehouse) as connection:
        require_views(connection)
        yield connection


def _decide(warehouse: Path, by: str, reason: str, build: Build) -> None:
    """Keep what was decided and say so."""
    from etl.review.deciding import Who
    from etl.review.judging import in_words
    from etl.review.session import review as session

    if not reason.strip():
        raise typer.BadParameter("say why; it is kept with the decision.", param_hint="--reason")
    with session(Path(os.path.abspath(warehouse)), by=by, clock=_clock, on_wait=narrate) as opened:
        decided = build(opened.connection, Who(by, _clock(), reason.strip()))
        ids = opened.keep(decided)
    for number, decision in zip(ids, decided, strict=True):
        narrate(f"decision-{number}: {in_words(decision)}. `rapporteur review undo decision-{number}` withdraws it.")


def _walk(warehouse: Path, kind: ItemKind | None, by: str) -> None:
    """Ask about each thing that waits until nothing does, or somebody has had enough."""
    from etl.review.queue import facts_about, waiting

    passed: set[str] = set()
    while True:
        with _looking(warehouse) as connection:
            items = [item for item in waiting(connection, kind=kind) if item.id not in passed]
            if not items:
                narrate("Nothing more waits for a decision.")
                return
            item = items[0]
            lines = facts_about(connection, item.about if item.kind == "fact" else item.kind, item.id)
        typer.echo(f"\n[{len(items)} to go] {item.headline}\n")
        _write_lines(lines)
        passed.add(item.id)
        if not _asked(warehouse, item, by):
            return


def _asked(warehouse: Path, item: Item, by: str) -> bool:
    """Ask what to do with one item and do it; returns False where somebody has had enough."""
    from etl.review.judging import judged

    choices = {"a": "accept", "r": "reject", "s": "skip", "q": "quit"} | ({"u": "unsure"} if item.kind == "match" else {})
    listed = ", ".join(f"{key}={word}" for key, word in choices.items())
    while (answer := typer.prompt(f"{listed}", prompt_suffix=": ").strip().lower()[:1]) not in choices:
        narrate(f"Answer with one of {', '.join(choices)}.")
    if answer in "sq":
        return answer == "s"
    reason = typer.prompt("Why?", prompt_suffix=" ")
    if answer == "u":
        unsure(item.id, reason, by, warehouse)
    else:
        _decide(warehouse, by, reason, lambda connection, who: judged(
            connection, item.id, item.about if item.kind == "fact" else None, answer == "a", who))
    return True


def _write_lines(lines: Sequence[tuple[str, str]]) -> None:
    width = max((len(label) for label, _ in lines), default=0)
    for label, text in lines:
        typer.echo(f"  {label:<{width}}  {' '.join(text.split())}")


def _clock() -> datetime:
    return datetime.now(UTC)
