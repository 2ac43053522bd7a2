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


@pytest.mark.parametrize(("text", "expected"), [
    ("Italian Foreign Minister Marco Bellini, in Niamey on May 4, signed a memorandum with Interior Minister Hamadou Adamou.",
     ("memorandum", "signed", ("IT", "NE", "hamadou-adamou", "marco-bellini"))),
    ("In Rabat on May 6 Spanish Foreign Minister Ana Ruiz signed an agreement with Foreign Minister Driss Alami on prisoners.",
     ("agreement", "signed", ("ES", "MA", "ana-ruiz", "driss-alami"))),
    ("Secretary of State Mary Holt signed a protocol on health with Health Minister Fatou Diallo in Bamako on May 5.",
     ("agreement", "signed", ("ML", "US", "fatou-diallo", "mary-holt"))),
])
def test_who_signs_with_a_foreigner_at_a_place_is_of_its_state(text, expected):
    assert pacts(text) == [expected]


@pytest.mark.parametrize("text", [
    "Mali's President Omar Keita and President Idris Sanou of Chad signed the revised defence pact between their countries.",
    "Mali's President Omar Keita met President Idris Sanou of Chad in Bamako on May 5. The document was signed by both presidents.",
])
def test_what_points_to_the_signatories_names_no_other_party(text):
    assert [names for _, _, names in pacts(text)] == [("ML", "TD", "idris-sanou", "omar-keita")]


@pytest.mark.parametrize(("text", "number"), [
    ("Chile and Peru signed agreements on fishing, on rail transport and on the transfer of prisoners in Lima on May 5.", 3),
    ("After talks between Lars Dahl of Norway and Juha Niemi of Finland in Oslo on May 4, agreements were signed on fish and on rail.", 2),
    ("Chile and Peru signed agreements on trade and investment on May 4.", 1),
    ("Chile and Peru signed an agreement on fishing and on whaling on May 4.", 1),
])
def test_a_plural_whose_matters_are_each_told_is_as_many_agreements(text, number):
    assert [(kind, status) for kind, status, _ in pacts(text)] == [("agreement", "signed")] * number


def test_a_sentence_without_subject_signs_for_whom_the_text_is_about():
    text = "Foreign Minister Ana Ruiz of Chile arrived in Lima on May 5. Met with President Raul Quispe and signed a protocol on water " \
        "with Finance Minister Jorge Lagos."
    assert pacts(text) == [("agreement", "signed", ("CL", "PE", "ana-ruiz", "jorge-lagos"))]


def test_the_former_can_stand_right_before_who_signs_with_him():
    text = "President Ana Ruiz of Chile met President Lars Dahl of Norway and President Juha Niemi of Finland in Oslo on May 4; with " \
        "the former she signed a joint declaration on fish."
    assert pacts(text) == [("declaration", "signed", ("CL", "NO", "ana-ruiz", "lars-dahl"))]
