"""The documents in `docs/` are found from their index, lead somewhere, and name every value that a column may hold."""
from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from warehouse.schema import vocabulary

DOCS = Path(__file__).parents[1] / "docs"
PAGES = sorted(DOCS.glob("*.md"))
MEANINGS = (DOCS / "meanings.md").read_text(encoding="utf-8")
NOT_SHOWN = {"COUNTRY_NAME_KINDS", "LINK_KINDS", "DECISION_KINDS"}
"""Lists that name kinds of things, whose words mean what they say."""
LISTS = {name: values for name, values in vars(vocabulary).items() if name.isupper() and name not in NOT_SHOWN}
LINK = re.compile(r"\]\(([^)#\s]+)?(?:#([^)\s]+))?\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


@pytest.mark.parametrize("name", LISTS)
def test_every_value_of_a_closed_list_is_explained(name: str) -> None:
    assert [value for value in LISTS[name] if f"`{value}`" not in MEANINGS] == []


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_every_link_leads_somewhere(page: Path) -> None:
    for target, anchor in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" in target:
            continue
        file = page.parent / target if target else page
        assert os.path.exists(file), target
        assert not anchor or anchor in anchors(file), f"{target}#{anchor}"


def test_the_index_leads_to_every_page() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in PAGES if page.name != "README.md" and f"({page.name})" not in index] == []


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as they are made from their words."""
    headings = HEADING.findall(page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
