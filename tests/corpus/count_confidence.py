"""Count how many of the facts found in the labelled documents are right and wrong, by what they tell: run it from the root.

    .venv/bin/python -m tests.corpus.count_confidence    # writes etl/lexicon/confidence.toml
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from etl.confidence import Class, agreement_class, meeting_class
from etl.evaluation.labels import account_of, labelled, read_labels
from etl.evaluation.pairing import identities, pair_facts
from etl.evaluation.scoring import FACTS
from etl.extract import extract
from etl.intake.discover import input_at
from etl.intake.read import read_source
from etl.knowledge import LEXICON, Knowledge, load_knowledge

CORPUS = Path(__file__).parent
TARGET = LEXICON / "confidence.toml"
KNOWN = dict.fromkeys(("nobody", "one", "several"), ("day", "about", "undated"))
CLASSES = {"meetings": {"together": ("day", "about"), **KNOWN},
           "agreements": dict.fromkeys(("one", "several"), ("concluded", "reached", "under_way"))}
HEAD = """# How many of the facts that the extraction finds in the labelled documents are [right, wrong], by what they tell: how many of
# the parties are known (or that they are only named together), and how well the day is known or how far the agreement has come.
# Written by `python -m tests.corpus.count_confidence`; do not edit.
"""
Judged = tuple[str, Class, bool]
"""Section, class, and whether the fact is right."""


def judged(document: Path, labels: Path, knowledge: Knowledge) -> Iterator[Judged]:
    """Yield each fact that is found in a document, and whether a label tells it."""
    source, wanted = read_source(input_at(document)), read_labels(labels)
    extraction = extract(source, knowledge)
    found = account_of(extraction)
    who = identities(wanted, found)
    for section in FACTS:
        right = pair_facts(getattr(wanted, section), getattr(found, section), who, section=section)
        for fact in getattr(extraction, section):
            known = (meeting_class(fact.parties, fact.when, fact.evidence) if section == "meetings"
                     else agreement_class(fact.parties, fact.status))
            yield section, known, fact.key in right


def counted(facts: Iterable[Judged]) -> dict[str, dict[str, dict[str, list[int]]]]:
    """Return how many facts of each section and class are right and wrong."""
    counts = Counter(facts)
    return {section: {told: {how: [counts[section, (told, how), right] for right in (True, False)] for how in hows}
                      for told, hows in classes.items()} for section, classes in CLASSES.items()}


def as_toml(counts: dict[str, dict[str, dict[str, list[int]]]]) -> str:
    """Return the counts as the file holds them."""
    tables = (f"\n[{section}.{told}]\n" + "".join(f"{how} = {of}\n" for how, of in hows.items())
              for section, tolds in counts.items() for told, hows in tolds.items())
    return HEAD + "".join(tables)


if __name__ == "__main__":
    read = load_knowledge()
    TARGET.write_text(as_toml(counted(fact for text, gold in labelled(CORPUS) for fact in judged(text, gold, read))),
                      encoding="utf-8")
