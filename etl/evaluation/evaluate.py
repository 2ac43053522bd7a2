"""Score the extraction against a folder of labelled documents, by style and in total, with the stage that lost each record."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from etl.evaluation.labels import UnusableLabels, account_of, labelled, read_labels, style_of
from etl.evaluation.losses import STAGES, Loss, losses_of
from etl.evaluation.scoring import FACTS, SECTIONS, figures, score
from etl.extract import extract
from etl.intake.discover import input_at
from etl.intake.read import read_source
from etl.knowledge import Knowledge
from etl.reading import read

Counts = dict[str, Counter]
SHOWN = ("precision", "recall", "f1", "right", "extra", "missed", "exact", "parties", "date", "place", "status", "kind",
         "source", "grounding")
SHORT = {"organizations": "orgs", "agreements": "agreem."}


@dataclass(frozen=True, slots=True)
class Scored:
    """One document's counts and losses."""

    document: str
    style: str
    counts: Counts
    losses: tuple[Loss, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The scores of a folder."""

    documents: tuple[Scored, ...]

    def losses(self) -> list[Loss]:
        """Return the losses of all documents."""
        return [loss for scored in self.documents for loss in scored.losses]

    def as_dict(self) -> dict:
        """Return everything as plain values: the total, each style, each document, the losses and their number by stage."""
        return {
            "total": _figures(total(self.documents)),
            "styles": {style: _figures(total(group)) for style, group in self._styles()},
            "documents": {d.document: _figures(d.counts) for d in self.documents},
            "stages": {section: dict(counted) for section, counted in self._stages().items()},
            "losses": [asdict(loss) for loss in self.losses()],
        }

    def table(self) -> str:
        """Return the report for reading: F1 by style, the total, and the losses by stage."""
        return "\n\n".join(("\n".join(self._style_rows()), "\n".join(self._total_rows()), "\n".join(self._stage_rows()))) + "\n"

    def _styles(self) -> Iterator[tuple[str, list[Scored]]]:
        for style in sorted({d.style for d in self.documents}):
            yield style, [d for d in self.documents if d.style == style]

    def _style_rows(self) -> Iterator[str]:
        width = max(len(d.style) for d in self.documents)
        head = (*(SHORT.get(s, s) for s in SECTIONS), "exact m.", "exact a.")
        yield "  ".join((f"{'F1 by style':{width}}", "docs", *(f"{h:>8}" for h in head)))
        for style, group in self._styles():
            shown = _figures(total(group))
            values = [*(shown[s]["f1"] for s in SECTIONS), *(shown[s]["exact"] for s in FACTS)]
            yield "  ".join((f"{style:{width}}", f"{len(group):4}", *(f"{_said(v):>8}" for v in values)))

    def _total_rows(self) -> Iterator[str]:
        shown = _figures(total(self.documents))
        yield "  ".join((f"{'total':9}", *(f"{SHORT.get(s, s):>8}" for s in SECTIONS)))
        for name in SHOWN:
            yield "  ".join((f"{name:9}", *(f"{_said(shown[s].get(name)):>8}" for s in SECTIONS)))

    def _stages(self) -> dict[str, Counter]:
        out: dict[str, Counter] = defaultdict(Counter)
        for loss in self.losses():
            out[loss.section][f"{loss.verdict}/{loss.stage}"] += 1
        return out

    def _stage_rows(self) -> Iterator[str]:
        yield "  ".join((f"{'lost in':19}", *(f"{SHORT.get(s, s):>8}" for s in SECTIONS)))
        stages = self._stages()
        for verdict in ("missed", "partly", "extra"):
            for stage in STAGES:
                counts = [stages[s][f"{verdict}/{stage}"] for s in SECTIONS]
                if any(counts):
                    yield "  ".join((f"{verdict:6} {stage:12}", *(f"{c or '.':>8}" for c in counts)))


def evaluate(folder: Path, knowledge: Knowledge) -> Report:
    """Score every labelled document of a folder.

    Raises:
        UnusableLabels: where no document of the folder has labels, or a label file is not in shape.
        DocumentRejected: where a labelled document cannot be read as text.
    """
    documents = tuple(evaluate_document(document, labels, knowledge) for document, labels in labelled(folder))
    if not documents:
        raise UnusableLabels(f"{folder} holds no NAME.txt with a NAME.gold.json beside it; name a folder of labelled documents")
    return Report(documents)


def evaluate_document(document: Path, labels: Path, knowledge: Knowledge) -> Scored:
    """Score one document against its labels."""
    source, wanted = read_source(input_at(document)), read_labels(labels)
    found = account_of(extract(source, knowledge))
    result = score(wanted, found, source.text)
    lost = losses_of(document.stem, read(source.text, knowledge), source.text, wanted, found, result.outcomes)
    return Scored(document.stem, style_of(document), result.counts, tuple(lost))


def total(documents: Iterable[Scored]) -> Counts:
    """Add up the counts of several documents."""
    out: Counts = {section: Counter() for section in SECTIONS}
    for scored in documents:
        for section in SECTIONS:
            out[section].update(scored.counts[section])
    return out


def _figures(counts: Counts) -> dict[str, dict[str, float | int | None]]:
    return {section: figures(section, counts[section]) for section in SECTIONS}


def _said(value: float | int | None) -> str:
    return "-" if value is None else str(value) if isinstance(value, int) else f"{value:.3f}"
