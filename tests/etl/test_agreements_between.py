"""Between whom the agreements of a text are, and how each of several is told."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted
from tests.etl.test_agreements import pacts

PACT = ("agreement", "signed")


@pytest.mark.parametrize(("text", "parties"), [
    ("The government of Chad and rebel leaders signed an accord on May 4.", ("TD",)),
    ("The Chadian government and rebels signed an accord on May 4.", ("TD", "rebels")),
    ("Chad's transitional government and the Lake Liberation Front signed an accord.", ("TD", "lake-liberation-front")),
    ("The Libyan-backed Chadian government and the separatist Lake Liberation Front signed an accord.",
     ("TD", "lake-liberation-front")),
    ("The Ndjamena government and the Lake Liberation Front signed an accord on May 4.", ("TD", "lake-liberation-front")),
    ("The Lake Liberation Front rebel group and the government of Chad signed an accord.", ("TD", "lake-liberation-front")),
    ("The government of Chad and members of the rebel group Jabhat al-Buhaira signed an accord.", ("TD", "jabhat-al-buhaira")),
    ("The Chadian government and Hizb-i-Buhaira signed an accord on May 4.", ("TD", "hizb-i-buhaira")),
    ("The Chadian government and the Lake Front signed, on Sunday, in Lima, the capital of Peru, an accord.",
     ("TD", "lake-front")),
    ("Chad's government and the Lake Front, also known as Buhaira, signed an accord on May 4.", ("TD", "lake-front")),
])
def test_a_government_agrees_with_those_who_fight_it(text, parties):
    assert pacts(text) == [(*PACT, tuple(sorted(parties)))]


def test_an_army_agrees_beside_the_fighters_of_a_body():
    (pact,) = pacts("The Lebanese army and Hezbollah fighters signed an accord on May 4.")
    assert pact == (*PACT, ("army-lb", "hezbollah-lb"))


@pytest.mark.parametrize("text", [
    "The agreement on trade, fishing and visas between Kenya and Chad was signed on May 4.",
    "President Otto Kern of Kenya and President Ara Diallo of Chad witnessed the signing of an agreement on May 4.",
    "The signing of the agreement by Kenya and Chad followed on May 4.",
    "The agreement was signed on the Kenyan side by Otto Kern, and on the Chadian side, by Ara Diallo.",
    "Kenya signed an agreement to buy twelve trucks from Chad on May 4.",
    "Kenya signed an agreement on the sale of tea to Chad.",
    "Kenya's agreement with Chad was signed on May 4.",
    "The Kenya-Chad agreement was signed on May 4.",
    "Otto Kern of Kenya and Ara Diallo of Chad signed an agreement on May 4.",
])
def test_the_words_around_an_agreement_tell_its_parties(text):
    (agreement,) = extracted(text).agreements
    assert {p.country for p in agreement.parties} - {None} == {"KE", "TD"}


def test_a_body_is_a_party_of_an_agreement_called_by_both():
    assert pacts("The ASEAN-Chile agreement was signed on May 4.") == [(*PACT, ("CL", "asean"))]


@pytest.mark.parametrize(("text", "parties"), [
    ("Otto Kern of Kenya visited Lusaka on May 4, where he met Ida Holm of the Lake Party. "
     "The two governments agreed to open a bridge.", ("KE", "ZM")),
    ("Otto Kern visited Lusaka on May 4. The two countries signed an agreement on a bridge.", ("ZM", "otto-kern")),
])
def test_the_two_countries_are_those_of_guest_and_host(text, parties):
    assert pacts(text)[-1][2] == parties


@pytest.mark.parametrize(("text", "expected"), [
    ("Kenya signed a security pact with Chad on May 4 and one on ports with Togo.", [("KE", "TD"), ("KE", "TG")]),
    ("Kenya signed an agreement on ports with Chad and an agreement on visas with Togo.", [("KE", "TD"), ("KE", "TG")]),
    ("Kenya and Chad signed an agreement on ports, an agreement on fish and an agreement on visas.", [("KE", "TD")] * 3),
    ("Kenya and Chad signed an agreement on ports, while an agreement on fish was signed by Togo and Mali.",
     [("KE", "TD"), ("ML", "TG")]),
])
def test_several_that_share_a_verb_have_their_own_parties(text, expected):
    assert [parties for _, _, parties in pacts(text)] == expected


@pytest.mark.parametrize(("text", "status"), [
    ("The Kenyan parliament voted to terminate the treaty between Kenya and Chad.", "terminated"),
    ("Kenya will not extend the treaty with Chad.", "terminated"),
    ("Kenya called off the ceasefire with Chad on May 4.", "terminated"),
    ("The treaty between Kenya and Chad has come into force.", "in_force"),
    ("Kenya and Chad have amended their treaty on the lake.", "in_force"),
    ("A treaty between Kenya and Chad provides for joint patrols.", "reached"),
    ("Kenya and Chad forged an agreement on the lake.", "reached"),
    ("Kenya and Chad inked a new fishing agreement on May 4.", "signed"),
    ("Kenya and Chad to sign an agreement on the lake.", "reached"),
    ("Kenya and Chad are pushing to finalize an agreement on the lake.", "negotiating"),
    ("The summit between Kenya and Chad ended in a declaration on May 4.", "reached"),
    ("Kenya and Chad exchanged notes on the opening of a consulate.", "reached"),
    ("Kenya and Chad restore diplomatic relations on May 4.", "reached"),
    ("Kenya and Chad agree on a joint patrol of the lake.", "reached"),
    ("Kenya and Chad agreed to mark twelve points of the border.", "reached"),
    ("Kenya has deposited the instrument of ratification of the treaty with Chad.", "ratified"),
    ("Kenya has agreed with Chad to lend it ten trucks.", "reached"),
])
def test_a_step_is_told_by_many_verbs(text, status):
    (pact,) = pacts(text)
    assert pact[1:] == (status, ("KE", "TD"))


@pytest.mark.parametrize("text", [
    "The ministers of Kenya and Chad met to discuss the renewal of the treaty.",
    "Kenya will not extend the treaty with Chad unless its demands are met.",
    "Kenya and Chad do not agree on the border.",
    "Kenya and Chad want to restore diplomatic relations.",
    "The ministers of Kenya and Chad discussed the treaty on the lake.",
    "Otto Kern of Kenya used the feast for a private discussion of the treaty with Ara Diallo of Chad.",
    "Otto Kern of Kenya after the signing of the treaty, with Ara Diallo of Chad behind him.",
    "Kenya and Chad agreed to cooperate more closely.",
    "Kenya and Chad renewed the mandate of their ceasefire committee.",
    "The winners signed their contracts on May 4.",
    "The opposition in Chad denounced the agreement as a betrayal.",
    "Otto Kern of Kenya flew to Chad to conclude a new treaty.",
])
def test_what_is_only_discussed_or_wanted_has_no_step(text):
    assert pacts(text) == []


@pytest.mark.parametrize("text", [
    "Kenya and Chad signed a memorandum on May 4 describing the agreement.",
    "Kenya and Chad signed a memorandum on May 4. The memorandum was signed by Otto Kern of Kenya and Ara Diallo of Chad.",
])
def test_one_agreement_is_told_once(text):
    assert len(pacts(text)) == 1
