"""Lists of agreements: an introduction says what became of each, items or clauses name them."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted

VISIT = "Prime Minister Ana Reis of Norway visited Lima on May 4, 2021 and held talks with President Otto Kern of Peru."
THREE = [("memorandum", "MoU on Space", "signed"), ("agreement", "Agreement on Fish", "signed"),
         ("agreement", "Protocol on Ports", "signed")]


def agreed(text: str) -> list[tuple[str, str, str]]:
    """Return kind, subject and status of the agreements of a text, all between Norway and Peru."""
    found = extracted(text).agreements
    assert all({p.country for p in a.parties} == {"NO", "PE"} for a in found)
    return [(a.kind, a.subject, a.status) for a in found]


@pytest.mark.parametrize("text", [
    f"{VISIT} The following documents were signed during the visit: (i) MoU on Space; (ii) Agreement on Fish; and (iii) Protocol on Ports.\n",
    f"{VISIT}\n\nThe following agreements were signed during the visit:\n1. MoU on Space\n2. Agreement on Fish\n3. Protocol on Ports\n",
    f"{VISIT}\n\nThe two sides signed the following agreements:\n- MoU on Space;\n- Agreement on Fish;\n- Protocol on Ports.\n",
])
def test_each_item_is_an_agreement_of_those_spoken_of(text):
    assert agreed(text) == THREE


def test_what_will_be_signed_is_only_planned():
    text = f"{VISIT}\n\nThe following agreements will be signed in June:\n- Agreement on Fish\n- Protocol on Ports\n"
    found = extracted(text).agreements
    assert [(a.status, [s.status for s in a.steps if s.is_planned]) for a in found] == [("reached", ["signed"])] * 2


@pytest.mark.parametrize("text", [
    f"{VISIT}\n\nThe following points were agreed in the talks on fish:\n- ports\n- space\n",
    "The following agreements were signed by nobody we know of:\n- Agreement on Fish\n- Protocol on Ports\n",
    f"{VISIT}\n\nThe two sides signed the following agreements:\n\nOTHER NEWS\n\n- A treaty on fish is wanted\n- Critics of the pact\n",
    f"{VISIT}\n\nThe two sides signed the following agreements:\n- No agreement on customs was reached.\n- Not the treaty on fish.\n",
    f"{VISIT}\n\nThe following agreements were discussed at length:\n- Agreement on Fish\n- Protocol on Ports\n",
])
def test_a_list_of_something_else_or_of_nobodys_agreements_tells_none(text):
    assert agreed(text) == []
