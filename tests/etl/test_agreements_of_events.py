"""Which agreements a text tells as what an encounter led to, or by "agreed on" alone."""
from __future__ import annotations

import pytest

from tests.etl.test_agreements import pacts

HOLM = "Foreign Minister Lena Holm of Sweden"
NOVAK = "Foreign Minister Pavel Novak of the Czech Republic"
BOTH = ("CZ", "SE", "lena-holm", "pavel-novak")


@pytest.mark.parametrize(("text", "expected"), [
    (f"The talks of {HOLM} with {NOVAK} in Prague on May 4 ended with a joint communiqué on energy.",
     ("declaration", "reached", BOTH)),
    (f"Two rounds of talks between {HOLM} and {NOVAK} led to the Prague Declaration on May 6.", ("declaration", "reached", BOTH)),
    ("The negotiations between Ghana and Togo resulted in a treaty on May 6.", ("treaty", "reached", ("GH", "TG"))),
    (f"{HOLM} conferred with {NOVAK} in Prague on May 4. The meeting produced a joint declaration on energy.",
     ("declaration", "reached", ("CZ", "SE"))),
    (f"{HOLM} arrived in Prague on May 4. Her talks with {NOVAK} culminated in an agreement on energy.",
     ("agreement", "reached", BOTH)),
    ("The ministers of transport of Chile, Peru and Bolivia signed a memorandum in Arica on May 4.",
     ("memorandum", "signed", ("BO", "CL", "PE"))),
])
def test_who_met_agreed_on_what_the_meeting_led_to(text, expected):
    assert pacts(text) == [expected]


@pytest.mark.parametrize("text", [
    "Ghana and Togo agreed on joint patrols of the lagoon.",
    "Ghana and Togo agreed on a hotline between their coast guards on May 5.",
    "Ghana and Togo agreed in Lome on a visa-free regime for students.",
])
def test_two_who_agree_on_a_thing_have_an_agreement(text):
    assert pacts(text) == [("agreement", "reached", ("GH", "TG"))]


@pytest.mark.parametrize("text", [
    "Ghana and Togo agreed on the need for more dialogue.",
    "Ghana and Togo agreed on May 5 on closer cooperation.",
    "Ghana and Togo agreed on most points.",
    "Ghana and Togo have not agreed on a price.",
    "The summit adopted a joint declaration.",
])
def test_what_binds_nobody_is_no_agreement(text):
    assert pacts(text) == []


def test_he_who_agrees_is_a_party_by_name():
    text = "Interior Minister Jon Dahl of Norway came to Riga on May 4, where he and his Latvian colleague, Ilze Kalnins, agreed on joint patrols."
    assert pacts(text) == [("agreement", "reached", ("LV", "NO", "ilze-kalnins", "jon-dahl"))]
