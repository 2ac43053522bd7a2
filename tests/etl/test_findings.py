"""What a careful reader would question, and what he would not: sources, people, posts, deaths, items told twice."""
from __future__ import annotations

import pytest

from etl.extract import extract
from etl.findings.suspect_sources import one_slip
from etl.knowledge import load_knowledge
from etl.records import Source
from tests.etl.questioned import HEAD, MET, kinds, questioned


def test_a_bulletin_in_order_has_nothing_to_question():
    assert questioned(HEAD + MET) == []


# sources

@pytest.mark.parametrize("written", ["Reutres", "Reuter", "Reuterss", "Rauters"])
def test_an_outlet_one_slip_away_from_a_known_one_is_misspelt(written):
    text = HEAD + MET.replace("Reuters", written)
    assert [(f.kind, f.reading_a, f.reading_b) for f in questioned(text)] == [("misspelt_source", written, "Reuters")]


def test_an_outlet_one_slip_away_from_one_cited_more_often_is_misspelt():
    line = MET.replace("Reuters", "Zanzara Post")
    text = HEAD + line + line.replace("June 9", "June 3").replace("Mogadishu", "Kismayo") + MET.replace("Reuters",
        "Zanzraa Post").replace("June 9", "June 5")
    assert ("misspelt_source", "Zanzraa Post") in kinds(text)
    assert ("misspelt_source", "Zanzara Post") not in kinds(text)


@pytest.mark.parametrize(("one", "other"), [("Channel 12", "Channel 13"), ("KTN", "KTV"), ("Al-Sabeel", "As-Sabeel")])
def test_outlets_told_apart_by_a_number_or_an_initial_are_two(one, other):
    text = HEAD + MET.replace("Reuters", one) * 2 + MET.replace("Reuters", other)
    assert "misspelt_source" not in {f.kind for f in questioned(text)}


def test_two_outlets_of_one_bracket_are_two():
    both = MET.replace("Reuters, June 10", "Al-Mizan, June 10; Al-Mizaan, June 10")
    text = HEAD + both + MET.replace("Reuters", "Al-Mizan").replace("June 9", "June 7")
    assert "misspelt_source" not in {f.kind for f in questioned(text)}


def test_an_outlet_without_the_accents_that_it_has_elsewhere_is_a_note():
    bare = MET.replace("Reuters", "Le Temoin du Sud").replace("June 9", "June 7")
    text = HEAD + MET.replace("Reuters", "Le Témoin du Sud") + bare
    assert ("misspelt_source", "Le Temoin du Sud") in kinds(text)


@pytest.mark.parametrize("source", [
    "Somali Presidency website", "Office of the President of Somalia", "Facebook page of the Presidency",
])
def test_a_meeting_that_only_a_party_s_own_office_reports_is_a_note(source):
    text = HEAD + MET.replace("Reuters", source)
    assert [(f.kind, f.severity, f.span.of(text)) for f in questioned(text)] == [("other", "info", source)]


@pytest.mark.parametrize("source", ["Somali Presidency website, June 10; Reuters", "Ministry of Fisheries"])
def test_a_second_source_or_an_office_of_somebody_else_is_in_order(source):
    assert questioned(HEAD + MET.replace("Reuters", source)) == []


@pytest.mark.parametrize(("a", "b", "slip"), [
    ("tasnim", "tansim", True), ("mehr", "mehrr", True), ("mehr", "mer", True), ("mehr", "mahr", True), ("mehr", "mehr", False),
    ("mehr", "marh", False), ("mehr", "mohra", False), ("ab", "ba", True), ("abc", "cba", False), ("", "a", True),
])
def test_one_slip_is_one_letter_or_one_swap(a, b, slip):
    assert one_slip(a, b) is slip
    assert one_slip(b, a) is slip


# people

RIVAL = "• General Peter Mwale, commander of the Ugandan army, arrived in Mogadishu on June 5 (Reuters, June 6).\n"


def test_two_people_in_one_post_at_one_visit_are_a_conflict():
    text = HEAD + "Overview\n\n• On June 5, General Tomas Okello, commander of the Ugandan army, visited Mogadishu.\n\nThe Visit\n\n" + RIVAL
    found = [f for f in questioned(text) if f.kind == "identity_conflict"]
    assert len(found) == 1
    assert "Okello" in found[0].explanation and "Mwale" in found[0].explanation


@pytest.mark.parametrize("other", [
    "• General Tomas Okello, former commander of the Ugandan army, visited Mogadishu on June 5 (Reuters, June 6).\n",
    "• General Tomas Okello, commander of the Kenyan army, visited Mogadishu on June 5 (Reuters, June 6).\n",
    "• General Tomas Okello, commander of the Ugandan army, visited Kampala on June 5 (Reuters, June 6).\n",
    "• General Tomas Okello, commander of the Ugandan army, visited Mogadishu on June 14 (Reuters, June 15).\n",
    "• General Tomas Okello, the incoming commander of the Ugandan army, visited Mogadishu on June 5 (Reuters, June 6).\n",
])
def test_another_post_place_or_day_is_no_conflict(other):
    assert "identity_conflict" not in {f.kind for f in questioned(HEAD + RIVAL + other)}


def test_two_spellings_of_one_full_name_are_a_note():
    text = HEAD + MET + "• On June 12, Thomas Byrne visited Hargeisa (Reuters, June 13).\n• On June 13, Thomas Birne visited Berbera (Reuters, June 14).\n"
    assert [(f.kind, f.severity, f.reading_b) for f in questioned(text)] == [("identity_conflict", "info", "Thomas Birne")]


@pytest.mark.parametrize(("one", "other"), [
    ("Muhammad Qarani", "Mohammed Karani"), ("Sheikh Jamal Chalabi", "Sheikh Jamal Jalabi"), ("Omar Sa'id", "Omar Said"),
])
def test_names_that_sound_alike_are_a_note(one, other):
    text = HEAD + f"• On June 4, {one} visited Hargeisa (Reuters, June 5).\n• On June 7, {other} visited Berbera (Reuters, June 8).\n"
    found = [f for f in questioned(text) if f.kind == "identity_conflict"]
    assert len(found) == 1


@pytest.mark.parametrize(("one", "other"), [
    ("Mario Conti", "Maria Conti"), ("Ali Hassan", "Ali Hussein"), ("Saud al-Jabri", "Saad al-Jabri"),
    ("Ivan Petrov", "Olga Petrova"), ("Colin Powell", "Pavle"), ("Martin Keller", "Martin Heller"),
])
def test_names_that_are_two_are_in_order(one, other):
    text = HEAD + f"• On June 4, {one} visited Hargeisa (Reuters, June 5).\n• On June 7, {other} visited Berbera (Reuters, June 8).\n"
    assert questioned(text) == []


def test_two_names_are_compared_once():
    text = HEAD + "".join(f"• On June {n}, {name} visited Hargeisa (Reuters, June {n + 1}).\n"
                          for n, name in ((3, "Faisal Mekhdad"), (5, "Mekhdad"), (7, "Miqhdad"), (9, "Mekhdad")))
    assert len([f for f in questioned(text) if f.kind == "identity_conflict"]) <= 1


@pytest.mark.parametrize("written", ["Presdient", "Presiden", "Presidant"])
def test_a_post_misspelt_before_a_name_is_a_note(written):
    text = HEAD + f"• On June 9, Tomas Okello met with Somali {written} Hassan Warsame in Mogadishu (Reuters, June 10).\n"
    assert ("other", written) in kinds(text)


@pytest.mark.parametrize("written", ["Presidents", "Resident", "Presidente"])
def test_a_plural_or_another_word_before_a_name_is_in_order(written):
    text = HEAD + f"• On June 9, Tomas Okello met with {written} Hassan Warsame in Mogadishu (Reuters, June 10).\n"
    assert "other" not in {k for k, _ in kinds(text)}


KENYAN = "• On June 4, the Kenyan foreign minister, Grace Mutua, met with Tomas Okello in Nairobi (Reuters, June 5).\n"
OTHER = "• Kenya's foreign minister, Peter Barasa, arrived in Kigali on June 11 (Reuters, June 12).\n"


def test_two_holders_of_one_office_are_a_conflict():
    found = [f for f in questioned(HEAD + KENYAN + OTHER) if f.kind == "identity_conflict"]
    assert len(found) == 1
    assert "Grace Mutua" in found[0].explanation and "Peter Barasa" in found[0].explanation


@pytest.mark.parametrize("other", [
    OTHER.replace("arrived", "who was appointed on June 8, arrived"),
    OTHER.replace("Kenya's foreign minister", "Kenya's deputy foreign minister"),
    OTHER.replace("Kenya's foreign minister", "Kenya's finance minister"),
    OTHER.replace("Kenya's foreign minister", "Tanzania's foreign minister"),
    OTHER.replace("Kenya's foreign minister", "Kenya's former foreign minister"),
    OTHER.replace("Peter Barasa", "Peter Barasa, the successor of Grace Mutua"),
    "• The Kenyan ambassador to Rwanda, Peter Barasa, left Kigali on June 11 (Reuters, June 12).\n",
])
def test_a_change_or_another_office_is_no_conflict(other):
    assert "identity_conflict" not in {f.kind for f in questioned(HEAD + KENYAN + other)}


def test_two_holders_at_one_event_are_a_conflict_though_the_state_is_not_said():
    text = (HEAD + "Overview\n\n• Tomas Okello was received in Mogadishu by the Secretary of Defense, Adam Nur.\n\nThe Visit\n\n"
            "• In Mogadishu, Okello was received on June 9 by the Secretary of Defense, Yusuf Farah (Reuters, June 10).\n")
    found = [f for f in questioned(text) if f.kind == "identity_conflict"]
    assert len(found) == 1 and "Adam Nur" in found[0].span.of(text)


OVERVIEW = "Overview\n\n• The Rwandan prime minister, Jean Habimana, {} in Mogadishu at the end of the week.\n\nThe Visits\n\n"


def test_an_official_whom_only_the_overview_names_is_questioned():
    text = HEAD + OVERVIEW.format("was received") + MET
    assert kinds(text) == {("identity_conflict", "The Rwandan prime minister, Jean Habimana")}


@pytest.mark.parametrize(("did", "body"), [
    ("was received", MET + MET.replace("Tomas Okello", "Jean Habimana").replace("June 9", "June 8")), ("is expected", MET),
])
def test_an_official_whom_the_body_names_or_who_is_expected_is_in_order(did, body):
    assert questioned(HEAD + OVERVIEW.format(did) + body) == []


LEFT = "• Peter Barasa, who replaced Grace Mutua on June 2, was in Kigali for talks on June 8 (Reuters, June 9).\n"


@pytest.mark.parametrize("told", [
    LEFT,
    LEFT.replace("who replaced Grace Mutua on June 2", "in office since Grace Mutua's resignation on June 2"),
    "• Grace Mutua resigned on June 2 (Reuters, June 3).\n",
    "• Grace Mutua was dismissed on June 2 (Reuters, June 3).\n",
])
def test_who_acts_in_a_post_that_she_had_left_is_questioned(told):
    found = [f for f in questioned(HEAD + told + KENYAN) if f.kind == "identity_conflict"]
    assert [f.reading_b.split(":")[0] for f in found] == ["out of office by 2021-06-02"]


@pytest.mark.parametrize("told", [
    LEFT.replace("June 2", "June 6"),
    LEFT.replace("on June 2", "as trade minister on June 2"),
    "• Grace Mutua denied on June 2 that she had resigned (Reuters, June 3).\n",
    "• The opposition called on June 2 for the resignation of Grace Mutua (Reuters, June 3).\n",
])
def test_a_later_leave_or_none_is_no_finding(told):
    assert "identity_conflict" not in {f.kind for f in questioned(HEAD + told + KENYAN)}


DEATH = "• General Tomas Okello was killed in an ambush near Lira on June 4 (Reuters, June 5).\n"


def test_somebody_killed_who_then_meets_somebody_is_questioned():
    found = [f for f in questioned(HEAD + DEATH + MET) if f.kind == "deceased_actor"]
    assert len(found) == 1
    assert "2021-06-09" in found[0].explanation and "2021-06-04" in found[0].explanation


@pytest.mark.parametrize("told", [
    DEATH.replace("June 4", "June 12").replace("June 5", "June 13"),
    "• The army denied that General Tomas Okello was killed near Lira on June 4 (Reuters, June 5).\n",
    "• General Tomas Okello survived when his driver was killed near Lira on June 4 (Reuters, June 5).\n",
])
def test_a_later_or_refuted_death_is_no_finding(told):
    assert "deceased_actor" not in {f.kind for f in questioned(HEAD + told + MET)}


def test_somebody_dead_who_is_named_in_his_post_afterwards_is_questioned():
    text = (HEAD + "• Among those who watched the signing in Kampala on June 11 was the Ugandan army commander, "
            "General Tomas Okello.\n" + DEATH)
    assert [f.kind for f in questioned(text)] == ["deceased_actor"]


@pytest.mark.parametrize("told", [
    "The remains of the Ugandan army commander, General Tomas Okello, were flown to Kampala on June 11.",
    "On June 11 mourners filed past the coffin of the Ugandan army commander, General Tomas Okello.",
])
def test_the_honours_paid_to_a_dead_man_are_no_acts_of_his(told):
    assert "deceased_actor" not in {f.kind for f in questioned(HEAD + DEATH + f"• {told}\n")}


def test_an_act_that_lies_before_the_death_is_no_finding():
    text = HEAD + DEATH + MET.replace("On June 9, Tomas Okello met", "Tomas Okello had met").replace("in Mogadishu",
        "in Mogadishu on June 9")
    assert "deceased_actor" not in {f.kind for f in questioned(text)}


# texts and posts

def test_the_same_item_twice_is_a_duplicate():
    found = [f for f in questioned(HEAD + MET + RIVAL + MET) if f.kind == "duplicate"]
    assert [f.span.start for f in found] == [len(HEAD + MET + RIVAL) + 2]


def test_an_item_told_again_in_a_few_other_words_is_a_duplicate():
    again = MET.replace("met with", "met for talks with")
    assert "duplicate" in {f.kind for f in questioned(HEAD + MET + RIVAL + again)}


@pytest.mark.parametrize("other", [MET.replace("June 9", "June 8"), MET.replace("Tomas Okello", "Tomas Kato"),
                                   MET.replace("Mogadishu", "Kismayo")])
def test_an_item_with_another_name_or_day_is_none(other):
    assert "duplicate" not in {f.kind for f in questioned(HEAD + MET + other)}


def test_an_item_without_a_day_told_twice_under_one_heading_is_a_duplicate():
    line = "• Tomas Okello met with the Somali president, Hassan Warsame, in Mogadishu to talk about the election.\n"
    assert [f.kind for f in questioned(HEAD + line + RIVAL + line)] == ["duplicate"]


def test_a_diary_may_tell_two_days_alike():
    day = "\nMet with President Hassan Warsame and Prime Minister Abdi Farole in Mogadishu for consultations on the election.\n"
    assert questioned("Travels of the Envoy\n\nJune 3, 2021\n" + day + "\nJune 9, 2021\n" + day) == []


def test_an_overview_may_repeat_the_body():
    assert "duplicate" not in {f.kind for f in questioned(HEAD + "Overview\n\n" + MET + "\nThe Visit\n\n" + MET)}


def test_an_unnamed_minister_who_takes_part_is_a_note():
    text = HEAD + "• On June 9, Tomas Okello met with the Somali defense minister in Mogadishu (Reuters, June 10).\n"
    found = extract(Source("file:///note.txt", "0" * 64, "text/plain", text), load_knowledge()).findings
    assert [(f.kind, f.severity, f.reading_a) for f in found] == [("unresolved_role", "info", "Somali defense minister")]


@pytest.mark.parametrize("text", [
    "• On June 9, Tomas Okello met with the Somali defense minister in Mogadishu (Reuters, June 10).\n"
    "• The defense minister of Somalia, Yusuf Farah, left for Kigali on June 11 (Reuters, June 12).\n",
    "• On June 9, the foreign ministers of Uganda, Somalia and Kenya met in Mogadishu (Reuters, June 10).\n",
])
def test_a_post_whose_holder_is_named_or_one_of_many_is_no_note(text):
    found = extract(Source("file:///note.txt", "0" * 64, "text/plain", HEAD + text), load_knowledge()).findings
    assert found == ()


def test_every_finding_names_its_values_and_an_exact_span():
    text = HEAD + DEATH + MET + RIVAL + MET.replace("Reuters", "Reutres")
    for finding in questioned(text):
        assert finding.span.of(text).strip() == finding.span.of(text) != ""
        assert finding.explanation.endswith((".", ")"))
        assert finding.reading_a
