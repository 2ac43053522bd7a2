"""Find what a careful reader would question: dates, sources, people and texts that do not fit together.

Nothing is repaired: each finding gives the exact words and both readings, and a person decides. Dates, people, posts, names
and sources are looked at in modules of their own.
"""
from __future__ import annotations

from etl.findings.own_sources import own_sources
from etl.findings.overviews import named_in_overview_only
from etl.findings.suspect_dates import suspect_dates
from etl.findings.suspect_days import impossible_days
from etl.findings.suspect_names import two_spellings
from etl.findings.suspect_people import acting_dead, acting_former
from etl.findings.suspect_posts import rival_holders, unresolved_roles
from etl.findings.suspect_sources import misspelt_sources, without_accents
from etl.findings.suspect_titles import misspelt_posts
from etl.findings.told_twice import told_twice
from etl.knowledge import Knowledge
from etl.reading import Reading
from etl.records import Finding


def find_findings(reading: Reading, knowledge: Knowledge) -> list[Finding]:
    """Return the findings of one document in the order of the text; one finding a kind and span."""
    people = (*rival_holders(reading), *acting_dead(reading), *acting_former(reading))
    # whom another rule questions in the overview is questioned once
    unnamed = (f for f in named_in_overview_only(reading) if not any(p.span.holds(f.span) for p in people))
    found = (*suspect_dates(reading), *impossible_days(reading), *misspelt_sources(reading, knowledge),
             *without_accents(reading), *own_sources(reading, knowledge), *people, *unnamed, *two_spellings(reading),
             *misspelt_posts(reading), *told_twice(reading), *unresolved_roles(reading))
    distinct = {(f.kind, f.span): f for f in reversed(found)}
    return sorted(distinct.values(), key=lambda f: (f.span, f.kind))
