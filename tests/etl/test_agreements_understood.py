"""Who agrees where the words leave it to be understood: from who signs, received, speaks, or is told of beside the agreement."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted
from tests.etl.test_agreements import pacts

ZAMBIAN, MALAWIAN = "Zambian Foreign Minister Ida Holm", "her Malawian colleague, Otto Kern"


def parties(text: str) -> tuple[str, ...]:
    """Return the parties of the last agreement of a text."""
    return pacts(text)[-1][2]


@pytest.mark.parametrize(("text", "expected"), [
    ("The envoy Ara Diallo of Mali visited Lusaka on May 4, where she was received by President Ida Holm. "
     "On May 6 Holm and President Otto Kern of Malawi signed a treaty.", ("MW", "ZM", "ida-holm", "otto-kern")),
    ("Ara Diallo, the Malian minister, arrived in Lima on May 4 and held talks there with Foreign Minister Ida Holm. "
     "Holm and Otto Kern of Chile signed a protocol in Quito on May 7.", ("CL", "PE", "ida-holm", "otto-kern")),
    ("On May 3 Ara Diallo of Mali flew to Oslo and met with Prime Minister Ida Holm. "
     "A treaty was signed by Holm and Otto Kern of Chile on May 8.", ("CL", "NO", "ida-holm", "otto-kern")),
])
def test_who_received_a_guest_acts_for_the_land_where_he_did(text, expected):
    assert parties(text) == expected


def test_who_met_others_at_a_gathering_is_not_at_home_there():
    text = ("President Ida Holm, Otto Kern of Malawi and Ara Diallo of Mali met in Lusaka on May 4. "
            "\n\nIn Geneva Holm and Kern signed a treaty on May 6.")
    assert "ZM" not in parties(text)


@pytest.mark.parametrize("title", ["Chile and Peru: a chronicle of 2021", "Joint Statement of Chile and Peru"])
def test_two_states_in_the_title_are_those_of_two_who_sign(title):
    (agreement,) = extracted("Otto Kern and Ida Holm signed a treaty on May 4.", head=f"{title}\n\n").agreements
    assert {p.country for p in agreement.parties if not p.person_key} == {"CL", "PE"}


@pytest.mark.parametrize("text", [
    "Chile will host Peruvian radar under an arrangement that the ministers, Otto Kern and Ida Holm, signed on May 4.",
    "Chile and Peru have a treaty on fish: it was signed by Ministers Otto Kern and Ida Holm on May 4.",
])
def test_as_many_states_as_signatories_in_a_sentence_are_theirs(text):
    assert {"CL", "PE"} <= set(parties(text))


@pytest.mark.parametrize(("text", "expected"), [
    ("Minister Ivo Marek of Slovakia was in Tirana on May 4. With his host, Arben Doda, he signed a protocol.",
     ("AL", "SK", "arben-doda", "ivo-marek")),
    (f"The visit of {ZAMBIAN} to Malawi ended with the signing of an agreement on visas.", ("MW", "ZM")),
    (f"{ZAMBIAN} and {MALAWIAN}, met in Lusaka. The outcome was an agreement on the border.", ("MW", "ZM")),
    ("The EU-Chile summit was held in Santiago; it adopted a joint declaration.", ("CL", "european-union")),
    ("Hungarian-Serbian talks on May 4 brought an agreement on a pipeline.", ("HU", "RS")),
    ("The Hungarian-Serbian commission closed with the signature of two protocols.", ("HU", "RS")),
    ("A pact was clinched in Lima after Peruvian and Chilean negotiators overcame their differences.", ("CL", "PE")),
    ("The two sides called the talks hard; a truce between Chad and Mali was renewed.", ("ML", "TD")),
])
def test_an_event_tells_who_agrees(text, expected):
    assert parties(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Otto Kern of Hungary told reporters that a memorandum had been signed with Serbia.", ("HU", "RS")),
    ("According to the Hungarian foreign minister, an agreement with Serbia on fish will be concluded in June.", ("HU", "RS")),
    ("Ida Holm of Chile was in La Paz on May 4 for the signing of a contract with Bolivia.", ("BO", "CL")),
])
def test_who_speaks_of_an_agreement_with_another_is_the_other_party(text, expected):
    assert parties(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("The ministries of foreign affairs of Kenya and Chad signed a memorandum.", ("KE", "TD")),
    ("The parliaments of Kenya and Chad signed a memorandum.", ("KE", "TD")),
    ("The armed forces of Kenya and Chad signed a memorandum.", ("KE", "TD")),
    ("Lima and the Lake Liberation Front signed a memorandum.", ("PE", "lake-liberation-front")),
    ("Six countries, among them Benin and Togo, signed a memorandum.", ("BJ", "TG")),
    ("Delegates of Chad and of Mali signed a memorandum.", ("ML", "TD")),
    ("The heads of state of ASEAN adopted a declaration.", ("asean",)),
    ("Dassault signed a contract from Egypt on May 4.", ("EG", "dassault-fr")),
    ("Egypt has ordered trucks from France in a contract worth 4 billion euros.", ("EG", "FR")),
    ("The free trade agreement of Peru with Singapore was signed on May 4.", ("PE", "SG")),
    ("Kenya has offered Chad a treaty.", ("KE", "TD")),
    ("Chad rejected the treaty that Kenya had proposed.", ("KE", "TD")),
    ("A treaty was signed on May 4 by Otto Kern on behalf of Kenya and Ida Holm on behalf of Chad.",
     ("KE", "TD", "ida-holm", "otto-kern")),
    ("Kenya and Chad signed a protocol. Otto Kern signed for Kenya, Ida Holm for Chad.", ("KE", "TD", "ida-holm", "otto-kern")),
    ("Otto Kern of Kenya and Ida Holm of Chad, on behalf of their governments, signed a treaty.",
     ("KE", "TD", "ida-holm", "otto-kern")),
    ("Kenya and Chad announced in Lima the signing of a ceasefire agreement.", ("KE", "TD")),
    ("Otto Kern persuaded Kenya and Chad to sign a declaration on May 4.", ("KE", "TD")),
])
def test_many_words_tell_who_agrees(text, expected):
    assert parties(text) == expected


@pytest.mark.parametrize("text", [
    "Under the terms of the accord, India will supply Nepal with 50 megawatts of power.",
    "Under the contract Nepal will send water to India.",
    "In accordance with the treaty India will open the bridge to Nepal.",
])
def test_what_is_to_be_done_under_an_agreement_tells_whom_it_binds(text):
    assert parties(text) == ("IN", "NP")


def test_what_may_arise_under_an_agreement_binds_nobody():
    assert pacts("Chile remains ready to settle issues with Peru that may arise under the agreement.") == []


@pytest.mark.parametrize("text", [
    "It was agreed between Kenya and Chad that the border post would reopen.",
    "The reopening of the border was agreed by the foreign ministers of Kenya and Chad.",
    "Kenya will deliver tea to Chad, the two countries agreed on May 4.",
    "Ambassadors will be exchanged between Kenya and Chad, it was agreed on May 4.",
    "Kenya and Chad agreed a timetable for the talks.",
    "Kenya and Chad agreed to a pause of four days.",
    "Kenya and Chad have agreed in writing to build a pipeline.",
])
def test_what_is_agreed_without_a_noun_is_an_agreement(text):
    ((kind, status, told),) = pacts(text)
    assert (kind, status, told) == ("agreement", "reached", ("KE", "TD"))


@pytest.mark.parametrize(("text", "expected"), [
    ("The IMF approved a loan of 1.3 billion dollars for Zambia.", ("ZM", "international-monetary-fund")),
    ("Hungary extended a loan of 100 million euros to Serbia.", ("HU", "RS")),
    ("Hungary granted Serbia a credit of 100 million euros.", ("HU", "RS")),
])
def test_a_loan_is_made_by_giving_it(text, expected):
    assert parties(text) == expected


@pytest.mark.parametrize("text", [
    "Kenya and Chad signed a protocol on fish on May 4. A treaty on tea was signed by Kenya and Chad on May 6.",
    "Kenya and Chad concluded an agreement on May 4. Kenya and Chad concluded an agreement on May 8.",
])
def test_a_new_agreement_on_another_matter_or_day_is_another(text):
    assert len(pacts(text)) == 2


def test_a_text_to_that_effect_is_no_further_agreement():
    assert len(pacts("Kenya and Chad agreed to reopen the bridge. A protocol to that effect was signed on May 6.")) == 1


@pytest.mark.parametrize("text", [
    "The parliament of Chile has put off the ratification of the treaty with Peru.",
    "Chile and Peru took more time rather than accept a deal.",
    "The minister of Chile hopes for concluding a treaty with Peru.",
    "The Lake Liberation Front declared a ceasefire.",
    "Chile wants a treaty with Peru.",
    "Chile and Peru look forward to the early signing of a treaty.",
    "Chile broke off the negotiations on a treaty with Peru.",
    "It was their first talk since a truce was agreed in 2012.",
    "The opposition in Chile and Peru was surprised by the accord.",
    "Chile and Peru agreed to strengthen the strategic partnership.",
])
def test_what_is_put_off_hoped_for_or_done_alone_is_none(text):
    assert pacts(text) == []


def test_who_brokers_an_agreement_is_not_bound_by_it():
    assert parties("Qatar brokered an agreement under which Kenya is to free ten men and Chad twenty.") == ("KE", "TD")


def test_a_state_that_rejects_is_the_party_whoever_met_before():
    text = "Otto Kern of Peru and Ida Holm of Chile met on May 4. A truce proposed for May 12 was rejected by Mali."
    assert parties(text) == ("ML",)
