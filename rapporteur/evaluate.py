"""The command `evaluate`: score the extraction against labelled documents."""
from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from rapporteur.options import AsJson


def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", exists=True, file_okay=False,
                                           help="Holds NAME.txt with NAME.gold.json.")],
    losses: Annotated[bool, typer.Option("--losses", help="List each record that is missed, partly right or extra.")] = False,
    as_json: AsJson = False,
) -> None:
    """Score the extraction on labelled documents: by style, in total, and by the stage that lost a record.

    The style is what a name states before its double hyphen. Nothing is loaded.

    \b
    Examples:
      rapporteur evaluate tests/corpus
      rapporteur evaluate tests/corpus --losses | grep trigger
      rapporteur evaluate tests/corpus --json | jq .total.meetings
    """
    from etl.evaluation.evaluate import evaluate as evaluate_folder
    from etl.knowledge import load_knowledge
    from etl.evaluation.labels import UnusableLabels

    try:
        report = evaluate_folder(folder, load_knowledge())
    except UnusableLabels as error:
        raise typer.BadParameter(str(error), param_hint="FOLDER") from error
    if as_json:
        from rapporteur.rows import write_json
        write_json(report.as_dict(), sys.stdout)
        return
    sys.stdout.write(report.table())
    if losses:
        from rapporteur.rows import write_table
        typer.echo()
        write_table(("document", "section", "verdict", "stage", "wrong", "what"),
                    [(x.document, x.section, x.verdict, x.stage, ", ".join(x.faults), x.what) for x in report.losses()],
                    sys.stdout)
