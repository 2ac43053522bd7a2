"""Lists of those whom somebody met: an introduction, and an item for each."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted


def met(text: str) -> list[tuple[str, str, set[str | None]]]:
    """Return status, first day and parties of the meetings of a text."""
    return [(m.status, str(m.when.start), {p.person_key or p.role for p in m.parties}) for m in extracted(text).meetings]


@pytest.mark.parametrize("introduction", [
    "On May 4, 2021, Foreign Minister Ana Reis met in Lima with:",
    "LIMA, May 4, 2021 - Foreign Minister Ana Reis received in separate audiences:",
    "On May 4, 2021, Foreign Minister Ana Reis held separate talks with the following:",
])
def test_each_item_of_a_list_is_somebody_met(introduction):
    text = f"{introduction}\n- President Otto Kern;\n- Jorge Holm, the mayor, with his staff;\n- Ada Lund (on May 5).\n"
    assert met(text) == [("held", "2021-05-04", {"ana-reis", "otto-kern"}), ("held", "2021-05-04", {"ana-reis", "jorge-holm"}),
                         ("held", "2021-05-05", {"ana-reis", "ada-lund"})]


def test_who_will_be_met_is_listed_too():
    text = "On May 4, 2021, Foreign Minister Ana Reis will meet with:\n- President Otto Kern\n- Speaker Ada Lund\n"
    assert met(text) == [("planned", "2021-05-04", {"ana-reis", "otto-kern"}), ("planned", "2021-05-04", {"ana-reis", "ada-lund"})]


@pytest.mark.parametrize("text", [
    "Foreign Minister Ana Reis met the press and said:\n- Jorge Holm has agreed.\n- Otto Kern will come.\n",
    "Foreign Minister Ana Reis did not meet with:\n- President Otto Kern\n- Speaker Ada Lund\n",
    "Foreign Minister Ana Reis received:\n- Minister Jorge Holm was not admitted.\n- Otto Kern had left.\n",
    "Foreign Minister Ana Reis named:\n- President Otto Kern\n- Speaker Ada Lund\n",
    "Foreign Minister Ana Reis received:\n- letters\n- flowers\n\nPresident Otto Kern, too, was pleased.\n",
])
def test_items_that_tell_for_themselves_or_of_something_else_are_no_guests(text):
    assert met(text) == []
