"""Which agreements a text tells: kind, status, parties, steps."""
from __future__ import annotations

import pytest

from etl.records import Agreement
from tests.etl.reading import extracted


def pacts(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return kind, status and parties of each agreement of a text."""
    def names(agreement: Agreement) -> tuple[str, ...]:
        return tuple(sorted(p.person_key or p.organization_key or p.role or p.country for p in agreement.parties))
    return [(a.kind, a.status, names(a)) for a in extracted(text).agreements]


@pytest.mark.parametrize(("text", "expected"), [
    ("Kenya and Uganda signed a treaty on the lake on May 4.", ("treaty", "signed", ("KE", "UG"))),
    ("Kenya and Uganda reached an agreement on fishing rights.", ("agreement", "reached", ("KE", "UG"))),
    ("A memorandum of understanding between Chile and Peru was signed in Lima on May 4.",
     ("memorandum", "signed", ("CL", "PE"))),
    ("Chile and Peru will sign a memorandum of understanding on copper next month.", ("memorandum", "reached", ("CL", "PE"))),
    ("Chile ratified the border treaty with Peru on May 4.", ("treaty", "ratified", ("CL", "PE"))),
    ("Chile suspended the trade agreement with Peru.", ("agreement", "suspended", ("CL", "PE"))),
    ("Norway and Sweden are negotiating an agreement on reindeer herding.", ("agreement", "negotiating", ("NO", "SE"))),
    ("On May 4 the Kenyan minister of trade, Amos Kiprono, and the Ugandan minister of trade, Ruth Nabwire, signed a treaty.",
     ("treaty", "signed", ("KE", "UG", "amos-kiprono", "ruth-nabwire"))),
    ("The Kenyan minister of trade, Amos Kiprono, agreed with the Ugandan minister of trade, Ruth Nabwire, to open the border.",
     ("agreement", "reached", ("KE", "UG", "amos-kiprono", "ruth-nabwire"))),
    ("Colonel Amos Kiprono for Kenya and General Ruth Nabwire for Uganda signed a protocol on May 4.",
     ("agreement", "signed", ("KE", "UG", "amos-kiprono", "ruth-nabwire"))),
    ("A treaty was signed in Lima on May 4 by Kenya and Uganda, with General Ruth Nabwire as witness.",
     ("treaty", "signed", ("KE", "UG"))),
    ("The signature of the border treaty by Kenya and Uganda followed on May 4.", ("treaty", "signed", ("KE", "UG"))),
    ("Kenya and Uganda, after two weeks of talks, agreed at Lima on a timetable.", ("agreement", "reached", ("KE", "UG"))),
    ("Kenya and Uganda needed ten days to agree on the departure of the settlers.", ("agreement", "reached", ("KE", "UG"))),
    ("Kenya opened negotiations with Uganda on fishing rights.", ("agreement", "negotiating", ("KE", "UG"))),
    ("Kenya awarded Uganda a contract for the repair of the bridge.", ("contract", "reached", ("KE", "UG"))),
    ("Kenya, the larger neighbour, and Uganda signed a framework for talks.", ("agreement", "signed", ("KE", "UG"))),
    ("The Kenyan government and the Ugandan government signed a treaty on May 4.", ("treaty", "signed", ("KE", "UG"))),
    ("The parliament of Kenya ratified the treaty with Uganda on May 4.", ("treaty", "ratified", ("KE", "UG"))),
    ("The Kenyan and Ugandan ministers of transport signed a treaty on May 4.", ("treaty", "signed", ("KE", "UG"))),
    ("A treaty was signed for Kenya by Minister Amos Kiprono and for Uganda by Minister Ruth Nabwire.",
     ("treaty", "signed", ("KE", "UG", "amos-kiprono", "ruth-nabwire"))),
    ("Kenya's Amos Kiprono and Uganda's Ruth Nabwire put their signatures to the protocol on May 4.",
     ("agreement", "signed", ("KE", "UG", "amos-kiprono", "ruth-nabwire"))),
    ("Kenya and Uganda concluded negotiations on a trade agreement on May 4.", ("agreement", "reached", ("KE", "UG"))),
    ("Kenya proposed a non-aggression pact to Uganda on May 4.", ("treaty", "proposed", ("KE", "UG"))),
    ("A ceasefire between Chad and Libya came into force on May 4.", ("ceasefire", "in_force", ("LY", "TD"))),
    ("Kenya and Uganda signed a $3 billion arms deal.", ("agreement", "signed", ("KE", "UG"))),
    ("Talks between Kenya and Uganda on a fishing agreement began in Nairobi on May 4.",
     ("agreement", "negotiating", ("KE", "UG"))),
    ("Talks on a new fishing agreement between Kenya and Uganda will begin in June.", ("agreement", "proposed", ("KE", "UG"))),
    ("Kenya refuses to renew the pipeline agreement with Uganda.", ("agreement", "rejected", ("KE", "UG"))),
    ("Kenya and Uganda agreed in principle to a peace plan.", ("agreement", "reached", ("KE", "UG"))),
    ("Kenya and Uganda agreed to a prisoner exchange deal.", ("agreement", "reached", ("KE", "UG"))),
    ("The Kenyan parliament ratified the treaty with Uganda on May 4.", ("treaty", "ratified", ("KE", "UG"))),
    ("Kenya will sell tea to Uganda under a contract concluded on May 4.", ("contract", "reached", ("KE", "UG"))),
    ("Under a barter agreement signed on May 4, Kenya will send tea to Uganda in return for salt.",
     ("agreement", "signed", ("KE", "UG"))),
    ("Trade Minister Amos Kiprono signed, for the Kenyan side, a treaty with Uganda.",
     ("treaty", "signed", ("KE", "UG", "amos-kiprono"))),
    ("In a joint statement issued in Nairobi on May 4, Kenya and Uganda called for a ban on nets.",
     ("declaration", "reached", ("KE", "UG"))),
    ("Principles of a settlement were adopted by Kenya and Uganda on May 4.", ("agreement", "reached", ("KE", "UG"))),
    ("Kenya and Uganda accepted a plan for the withdrawal of their troops.", ("agreement", "reached", ("KE", "UG"))),
    ("Kenya and Uganda agreed to extend the truce by two days.", ("ceasefire", "in_force", ("KE", "UG"))),
    ("Kenya and Uganda agreed that the ferry would resume in June.", ("agreement", "reached", ("KE", "UG"))),
    ("Kenya and Uganda undertook not to shell the town.", ("agreement", "reached", ("KE", "UG"))),
    ("Kenya and Uganda restored diplomatic relations on May 4.", ("agreement", "reached", ("KE", "UG"))),
    ("Kenya re-established full diplomatic relations with Uganda.", ("agreement", "reached", ("KE", "UG"))),
    ("Kenya and Uganda announced the resumption of diplomatic relations.", ("agreement", "reached", ("KE", "UG"))),
    ("Kenya and Uganda ended their talks on May 4 with the signing of a treaty.", ("treaty", "signed", ("KE", "UG"))),
    ("The treaty, under which Kenya is to sell tea to Uganda, was signed on May 4.", ("treaty", "signed", ("KE", "UG"))),
    ("The parliament in Nairobi voted down the treaty with Uganda.", ("treaty", "rejected", ("KE", "UG"))),
    ("Kenya and Uganda declared the treaty void.", ("treaty", "terminated", ("KE", "UG"))),
    ("Kenya acceded to the treaty with Uganda.", ("treaty", "ratified", ("KE", "UG"))),
    ("Kenya came to terms with Uganda on the sharing of the lake.", ("agreement", "reached", ("KE", "UG"))),
    ("Kenya is in talks with Uganda on the sale of tea.", ("agreement", "negotiating", ("KE", "UG"))),
    ("Kenya and Uganda signed a programme of cultural cooperation.", ("agreement", "signed", ("KE", "UG"))),
    ("A treaty was signed on the Kenyan side by Minister Amos Kiprono and on the Ugandan side by Minister Ruth Nabwire.",
     ("treaty", "signed", ("KE", "UG", "amos-kiprono", "ruth-nabwire"))),
    ("On the Kenyan side the treaty was signed by Minister Amos Kiprono and on the Ugandan side by Minister Ruth Nabwire.",
     ("treaty", "signed", ("KE", "UG", "amos-kiprono", "ruth-nabwire"))),
    ("A treaty was signed at the end of the visit of the Kenyan minister, Amos Kiprono, to Uganda.",
     ("treaty", "signed", ("KE", "UG"))),
    ("Nairobi and Kampala, which signed a treaty on May 4, share a lake.", ("treaty", "signed", ("KE", "UG"))),
    ("A treaty by which Kenya is to train Ugandan officers was concluded on May 4.", ("treaty", "reached", ("KE", "UG"))),
    ("Kenya and Uganda let it be known that they are drafting a security pact.", ("agreement", "negotiating", ("KE", "UG"))),
    ("Kenya and Uganda have exchanged drafts of a security pact.", ("agreement", "negotiating", ("KE", "UG"))),
    ("Kenya and Uganda settled on a tariff for the power of the dam.", ("agreement", "reached", ("KE", "UG"))),
    ("A truce that Kenya offered Uganda on May 4 was turned down.", ("ceasefire", "rejected", ("KE",))),
    ("North and South Korea agreed to reopen the border.", ("agreement", "reached", ("KP", "KR"))),
    ("The two Koreas signed a treaty on May 4.", ("treaty", "signed", ("KP", "KR"))),
    ("ASEAN foreign ministers agreed on May 4 to set up a fund.", ("agreement", "reached", ("asean",))),
])
def test_an_agreement_has_kind_status_and_parties(text, expected):
    assert pacts(text) == [expected]


@pytest.mark.parametrize("text", [
    "Kenya and Uganda discussed cooperation in many fields.", "The agreement was on the table.",
    "There was general agreement that the river is high.",
    "Kenya decided to raise its tariffs.", "The two men reached the treaty port in the evening.",
    "Kenya and Uganda have not agreed on a timetable.", "Kenya and Uganda should agree on the border.",
    "Kenya ruled out a withdrawal before a truce with Uganda is signed.",
    "Talks between Kenya and Uganda on a trade agreement broke down.",
    "Kenya declared a unilateral ceasefire.", "The government of Kenya issued a declaration on the attack.",
    "Kenya denied that an agreement with Uganda had been reached.", "The president called for respect of the ceasefire.",
    "Kenya remains committed to advancing a peace agreement with Uganda.",
    "Talks between Kenya and Uganda ended without agreement.", "Kenya does not intend to renew the treaty with Uganda.",
    "The cabinet of Kenya approved the plan on May 4.", "Kenya and Uganda agreed that they would stay in touch.",
    "Kiprono said that he would sign it only together with a protocol on security.",
    "Kenya wants to restore diplomatic relations with Uganda.", "ASEAN decided to lift its boycott.",
    "Kenya and Uganda, which established diplomatic relations in 1963, are neighbours.",
])
def test_a_mere_mention_is_none(text):
    assert pacts(text) == []


def test_two_tellings_of_one_agreement_are_one_record():
    text = "• Kenya and Uganda reached an agreement on the lake fisheries on May 4.\n• Kenya and Uganda signed the agreement on the lake fisheries on May 6.\n"
    (agreement,) = extracted(text).agreements
    assert (agreement.status, len(agreement.evidence)) == ("signed", 2)
    assert {s.status for s in agreement.steps} == {"reached", "signed"}


def test_a_telling_without_parties_is_of_the_agreement_told_before():
    text = "• Kenya and Uganda signed a treaty on the lake on May 4, 2021.\n• The treaty entered into force on May 30, 2021.\n"
    (agreement,) = extracted(text).agreements
    assert (agreement.status, str(agreement.when.start), len(agreement.evidence)) == ("in_force", "2021-05-04", 2)


def test_the_accord_is_the_one_told_before_whoever_signs_it():
    text = ("Kenya and Uganda reached a trade accord on May 4, 2021. "
            "A month later the accord was signed by Amos Kiprono and Ruth Nabwire.")
    assert pacts(text) == [("agreement", "signed", ("KE", "UG", "amos-kiprono", "ruth-nabwire"))]


def test_the_accord_of_other_parties_is_another():
    text = "Kenya and Uganda reached a trade accord on May 4, 2021. Chile and Peru signed the accord on May 5, 2021."
    assert len(pacts(text)) == 2


def test_it_is_the_agreement_told_right_before():
    text = "Kenya and Uganda reached an agreement on May 4, 2021. It was signed on May 9 by Amos Kiprono and Ruth Nabwire."
    assert pacts(text) == [("agreement", "signed", ("KE", "UG", "amos-kiprono", "ruth-nabwire"))]
    assert pacts("It was signed in the morning by Amos Kiprono and Ruth Nabwire.") == []


def test_several_agreements_signed_at_once_are_one_record_each():
    text = "Kenya and Uganda signed three agreements on May 4: on customs, on fish and on cooperation in science (Nation, May 5)."
    assert [a.subject for a in extracted(text).agreements] == ["customs", "fish", "cooperation in science"]
    assert len(pacts("Kenya and Uganda signed two protocols, one on customs and one on transit.")) == 2


@pytest.mark.parametrize(("told", "subjects"), [
    ("an agreement on fish and one on ports", ["fish", "ports"]),
    ("two memoranda of understanding on May 5, one on farms and another on tourism", ["farms", "tourism"]),
    ("three agreements on trade, energy and visas in Nairobi", ["trade", "energy", "visas"]),
    ("several agreements on trade and energy", ["several agreements on trade and energy"]),
    ("a treaty of friendship and an agreement on the lake", ["treaty of friendship", "agreement on the lake"]),
])
def test_each_matter_is_an_agreement_where_several_are_told(told, subjects):
    assert [a.subject for a in extracted(f"Kenya and Uganda signed {told}.").agreements] == subjects


def test_a_second_noun_shares_the_verb_of_the_first():
    text = "Kenya and Uganda signed a memorandum of understanding on the control of floods, a treaty on visas and a protocol on tea."
    assert [kind for kind, _, _ in pacts(text)] == ["memorandum", "treaty", "agreement"]
    assert {(status, names) for _, status, names in pacts(text)} == {("signed", ("KE", "UG"))}


@pytest.mark.parametrize("before", [
    "The Kenyan minister of trade, Amos Kiprono, arrived in Kampala on May 4. At the end of his visit",
    "Kenya and Uganda held talks in Doha on May 4. Afterwards",
])
def test_the_two_countries_are_those_spoken_of(before):
    assert pacts(f"{before} the two countries signed a treaty.") == [("treaty", "signed", ("KE", "UG"))]


def test_what_was_agreed_to_be_done_by_a_day_was_not_agreed_on_it():
    [agreement] = extracted("Kenya and Uganda agreed on May 4 to withdraw their troops by May 30.").agreements
    assert str(agreement.when.start) == "2021-05-04"
    [agreement] = extracted("Kenya and Uganda agreed that the border would be reopened on May 30.").agreements
    assert agreement.when.start is None


def test_a_step_after_the_noun_has_the_day_stated_with_it():
    text = "An agreement between Kenya and Uganda on the ferry, signed in March, was ratified by the council on May 5."
    [agreement] = extracted(text).agreements
    assert [(s.status, str(s.when.start)) for s in agreement.steps] == [("signed", "2021-03-01"), ("ratified", "2021-05-05")]
    assert str(agreement.when.start) == "2021-05-05"


def test_what_a_relative_clause_says_of_an_agreement_is_not_its_step():
    text = "On May 4 the Lake Protocol, which sets May 30 for a final act, was signed by Kenya and Uganda."
    [agreement] = extracted(text).agreements
    assert (agreement.kind, str(agreement.when.start)) == ("agreement", "2021-05-04")


@pytest.mark.parametrize("further", [
    "They signed one on transit a day later.", "A separate one on transit was then signed by the two countries.",
])
def test_one_is_a_further_agreement_where_it_is_signed(further):
    assert len(pacts("Kenya and Uganda signed a treaty on the lake on May 4. " + further)) == 2


def test_people_stand_for_the_states_that_a_list_gives_them():
    text = "Kenya's Amos Kiprono and his Ugandan and Chadian colleagues, Ruth Nabwire and Idris Saleh, signed a treaty."
    assert pacts(text) == [("treaty", "signed", ("KE", "TD", "UG", "amos-kiprono", "idris-saleh", "ruth-nabwire"))]
    text = "Foreign Minister Amos Kiprono and Defence Minister Lena Otieno of Kenya signed a treaty with Uganda."
    assert pacts(text) == [("treaty", "signed", ("KE", "UG", "amos-kiprono", "lena-otieno"))]


def test_those_who_signed_are_the_three_spoken_of_after_it():
    text = ("On May 4 a protocol was signed by Amos Kiprono of Kenya, Ruth Nabwire of Uganda and Idris Saleh of Chad. "
            "A day later the three ministers initialled a treaty.")
    assert pacts(text)[1][2] == ("KE", "TD", "UG")


def test_a_host_stands_for_his_land():
    text = ("The Kenyan president, Amos Kiprono, visited Kampala on May 4. "
            "Kiprono and President Ruth Nabwire signed a treaty.")
    assert pacts(text) == [("treaty", "signed", ("KE", "UG", "amos-kiprono", "ruth-nabwire"))]


def test_firms_and_rebels_are_parties_however_they_are_described():
    text = "The Kenyan Ministry of Energy and the Danish company Lumira signed a contract."
    assert pacts(text) == [("contract", "signed", ("lumira", "ministry-of-energy-ke"))]
    assert pacts("Kenya's Savanoil and Lumira Energy signed a contract.")[0][2] == ("lumira-energy", "savanoil")
    assert pacts("President Amos Kiprono of Kenya and rebel leader Ruth Nabwire signed a truce.")[0][2] == (
        "KE", "amos-kiprono", "ruth-nabwire")
    assert pacts("The Danish company LUM and Savanoil Energy signed a contract.")[0][2] == ("lum", "savanoil-energy")
    text = "A Lake Liberation Front delegation led by Ruth Nabwire signed a truce with Kenya."
    assert "lake-liberation-front" in pacts(text)[0][2]


def test_a_host_named_after_his_pronoun_signs_with_his_guest():
    text = "President Amos Kiprono of Kenya flew to Kampala on May 4. He and his host, President Ruth Nabwire, signed a treaty."
    assert pacts(text) == [("treaty", "signed", ("KE", "UG", "amos-kiprono", "ruth-nabwire"))]


def test_as_many_people_without_a_state_as_states_told_of_stand_for_these():
    text = "Kenya and Uganda met on May 4. Presidents Amos Kiprono and Ruth Nabwire signed a treaty."
    assert pacts(text)[0][2] == ("KE", "UG", "amos-kiprono", "ruth-nabwire")


def test_its_treaty_is_that_of_the_state_told_of_before():
    text = "Kenya left the union on May 4. Its treaty with Uganda remains in force."
    assert pacts(text) == [("treaty", "in_force", ("KE", "UG"))]


def test_who_did_something_by_an_accord_are_its_parties():
    text = "The accord of May 4 by which Kenya and Uganda exchanged prisoners was negotiated in Geneva."
    assert pacts(text)[0][2] == ("KE", "UG")


def test_the_accord_of_another_day_is_another():
    text = "Kenya and Uganda signed an accord on May 4. The accord of May 7, signed by Kenya, Uganda and Chad, covers the lake."
    assert len(pacts(text)) == 2


def test_what_was_to_be_signed_has_not_been():
    text = "The treaty between Kenya and Uganda that was to have been signed on May 4 is not ready."
    [agreement] = extracted(text).agreements
    assert agreement.status == "negotiating"


def test_the_government_beside_an_armed_group_is_that_of_its_state():
    text = "Amos Kiprono for the government and Ruth Nabwire for the Kenya Liberation Front signed a truce."
    assert pacts(text) == [("ceasefire", "signed", ("KE", "amos-kiprono", "kenya-liberation-front-ke", "ruth-nabwire"))]


@pytest.mark.parametrize(("text", "day"), [
    ("Kenya and Uganda signed a treaty in Lusaka, where they had been negotiating since May 3.", "None"),
    ("The treaty between Kenya and Uganda has been in force since May 3.", "2021-05-03"),
])
def test_since_a_day_dates_only_what_lasts(text, day):
    assert str(extracted(text).agreements[0].when.start) == day


def test_it_can_stand_in_the_sentence_of_its_agreement():
    text = "Kenya and Uganda signed a treaty in March; it was ratified on May 4."
    assert pacts(text) == [("treaty", "ratified", ("KE", "UG"))]


def test_what_is_still_prepared_is_between_those_who_have_just_agreed():
    text = "Kenya and Uganda signed a treaty on May 4, 2021. A protocol on fishing is still being negotiated."
    assert pacts(text)[1] == ("agreement", "negotiating", ("KE", "UG"))
    assert pacts("The trade unions met on May 4, 2021. An agreement is being drafted.") == []


def test_a_post_that_one_state_alone_has_by_its_name_stands_for_it():
    text = "Secretary of State Ruth Nabwire and the Kenyan minister of trade, Amos Kiprono, signed a treaty."
    assert pacts(text) == [("treaty", "signed", ("KE", "US", "amos-kiprono", "ruth-nabwire"))]


def test_who_signs_for_a_body_does_not_sign_for_his_state():
    text = "The Kenyan minister of trade, Amos Kiprono, and Ruth Nabwire for the Lake Liberation Front (LLF) signed a truce."
    assert pacts(text) == [("ceasefire", "signed", ("KE", "amos-kiprono", "lake-liberation-front", "ruth-nabwire"))]


def test_parties_that_only_point_back_make_no_agreement():
    assert pacts("A protocol was signed in the spring by the heads of the two delegations.") == []


def test_two_sides_agree_as_such_and_their_speakers_are_no_parties():
    text = ("On May 4 the Kenyan minister of trade, Amos Kiprono, met with the Ugandan minister of trade, Ruth Nabwire. "
            "The two sides reached an agreement on the lake fisheries.")
    assert pacts(text) == [("agreement", "reached", ("KE", "UG"))]


def test_a_signing_to_come_is_a_planned_step():
    (agreement,) = extracted("Chile and Peru will sign a memorandum of understanding on copper next month.").agreements
    assert [s.status for s in agreement.steps if s.is_planned] == ["signed"]


@pytest.mark.parametrize(("text", "subject"), [
    ("Portugal and Zambia signed the Fishing Treaty in Lusaka on May 4.", "Fishing Treaty"),
    ("Portugal and Zambia signed the Lusaka Accord on May 4.", "Lusaka Accord"),
    ("Portugal and Zambia signed an agreement on security in Gaza at Camp David.", "agreement on security in Gaza"),
    ("Portugal and Zambia signed an agreement in Lusaka on the price of kelp.", "agreement in Lusaka on the price of kelp"),
])
def test_where_an_agreement_was_signed_is_no_part_of_its_subject(text, subject):
    [agreement] = extracted(text + "\n").agreements
    assert agreement.subject == subject


def test_those_who_signed_stand_beside_the_states_in_its_name():
    [agreement] = extracted("British Prime Minister Tony Oak and Irish Prime Minister Brian Elm signed the British-Irish Agreement on May 4.\n").agreements
    assert sorted(p.person_key or p.country for p in agreement.parties) == ["GB", "IE", "brian-elm", "tony-oak"]


def test_the_name_of_a_state_does_not_make_two_agreements_one():
    text = ("On May 4 Zambia and Portugal signed an agreement on the airports of Zambia.\n\n"
            "On May 7 Zambia and Portugal signed an agreement on the rivers of Zambia.\n")
    assert len(extracted(text).agreements) == 2


@pytest.mark.parametrize(("text", "parties"), [
    ("On May 4 Russian President Otto Kern met Hungary's prime minister, Ada Holm, with whom he reached an agreement on gas.",
     [["HU", "RU", "ada-holm", "otto-kern"]]),
    ("The treaty on friendship between Zambia and Chile, signed by the ministers Otto Kern and Ada Holm on May 4, was praised.",
     [["CL", "ZM", "ada-holm", "otto-kern"]]),
    ("On May 4 documents were exchanged, including a memorandum of cooperation between Zambia and Chile, and an agreement on mail "
     "between Peru and Malta.", [["CL", "ZM"], ["MT", "PE"]]),
])
def test_who_agrees_is_told_of_each_agreement(text, parties):
    found = extracted(text + "\n").agreements
    assert sorted(sorted(p.person_key or p.country for p in a.parties) for a in found) == parties


def test_the_day_of_what_is_to_be_done_is_not_that_of_the_agreement():
    [agreement] = extracted("Zambia and Chile agreed to reopen their embassies on May 9 (NTB, May 5).\n").agreements
    assert str(agreement.when.start) == "2021-05-05"
