"""What a careful reader would question, and what he would not."""
from __future__ import annotations

import pytest

from etl.extract import extract
from etl.findings.suspect_sources import one_slip
from etl.knowledge import load_knowledge
from etl.records import Finding, Source

HEAD = "Horn Bulletin\nJune 1, 2021 - June 15, 2021\n\n"


def questioned(text: str) -> list[Finding]:
    """Return the findings of a text, without the unnamed posts."""
    found = extract(Source("file:///note.txt", "0" * 64, "text/plain", text), load_knowledge()).findings
    return [f for f in found if f.kind != "unresolved_role"]


def kinds(text: str) -> set[tuple[str, str]]:
    """Return the kinds of findings with the words that each points at."""
    return {(f.kind, f.span.of(text)) for f in questioned(text)}


MET = "• On June 9, Tomas Okello met with the Somali president, Hassan Warsame, in Mogadishu (Reuters, June 10).\n"


def test_a_bulletin_in_order_has_nothing_to_question():
    assert questioned(HEAD + MET) == []


# dates

def test_a_day_cited_long_after_the_period_is_outside_it():
    assert kinds(HEAD + MET.replace("June 10", "August 10")) == {("date_outside_period", "August 10")}


def test_a_day_cited_long_before_the_period_is_outside_it():
    assert ("date_outside_period", "March 10") in kinds(HEAD + MET.replace("June 10", "March 10"))


def test_a_day_cited_within_a_week_after_the_period_is_a_note_only():
    found = questioned(HEAD + MET.replace("June 10", "June 18"))
    assert [(f.kind, f.severity) for f in found] == [("date_outside_period", "info")]


def test_a_stated_day_shortly_before_the_period_is_in_order_and_a_cited_one_a_note():
    found = questioned(HEAD + MET.replace("June 9", "May 30").replace("June 10", "May 31"))
    assert [(f.kind, f.severity, f.reading_a) for f in found] == [("date_outside_period", "info", "2021-05-31")]


def test_an_old_source_cited_with_its_year_is_background_and_a_note_only():
    found = questioned(HEAD + MET.replace("June 10", "August 10, 2014").replace("On June 9, ", ""))
    assert [(f.kind, f.severity) for f in found] == [("date_outside_period", "info")]


def test_a_planned_meeting_after_the_period_is_in_order():
    text = HEAD + "• Tomas Okello will meet with the Somali president, Hassan Warsame, in Mogadishu on July 9 (Reuters, June 10).\n"
    assert questioned(text) == []


def test_a_meeting_told_as_done_after_the_period_is_outside_it():
    text = HEAD + "• On July 9, Tomas Okello met with the Somali president, Hassan Warsame, in Mogadishu.\n"
    assert kinds(text) == {("date_outside_period", "July 9")}


def test_a_day_that_is_in_conflict_is_questioned_once():
    text = HEAD + MET.replace("June 9", "July 9")
    assert kinds(text) == {("date_conflict", "July 9")}


def test_a_meeting_dated_after_its_source_is_a_conflict():
    found = [f for f in questioned(HEAD + MET.replace("June 9", "June 14")) if f.kind == "date_conflict"]
    assert [(f.reading_a, f.reading_b) for f in found] == [("2021-06-14", "2021-06-10")]


def test_of_several_sources_one_from_long_before_the_meeting_is_a_conflict():
    text = HEAD + MET.replace("(Reuters, June 10)", "(Reuters, June 10; AFP, May 20)")
    assert ("2021-06-09", "2021-05-20") in [(f.reading_a, f.reading_b) for f in questioned(text) if f.kind == "date_conflict"]


def test_a_day_without_a_year_is_taken_in_the_year_of_its_source():
    text = "Horn Bulletin\nJune 1, 2019 - June 15, 2021\n\n" + MET.replace("June 10", "June 10, 2019")
    assert "date_conflict" not in {f.kind for f in questioned(text)}


def test_overview_and_body_that_differ_on_the_day_are_a_conflict():
    text = HEAD + "Overview\n\n• Tomas Okello met with Hassan Warsame in Mogadishu on June 8.\n\nThe Visit\n\n" + MET
    found = [f for f in questioned(text) if f.kind == "date_conflict"]
    assert [(f.reading_a, f.reading_b) for f in found] in ([("2021-06-08", "2021-06-09")], [("2021-06-09", "2021-06-08")])


def test_an_overview_of_two_meetings_of_the_same_people_is_in_order():
    text = (HEAD + "Overview\n\n• Tomas Okello met with Hassan Warsame in Mogadishu on June 9.\n\nThe Visit\n\n" + MET
            + "• On June 11, Okello met with Warsame in Mogadishu once more (Reuters, June 12).\n")
    assert questioned(text) == []


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


@pytest.mark.parametrize(("one", "other"), [("Channel 12", "Channel 13"), ("KTN", "KTV")])
def test_outlets_told_apart_by_a_number_or_an_initial_are_two(one, other):
    text = HEAD + MET.replace("Reuters", one) * 2 + MET.replace("Reuters", other)
    assert "misspelt_source" not in {f.kind for f in questioned(text)}


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


def test_an_act_that_lies_before_the_death_is_no_finding():
    text = HEAD + DEATH + MET.replace("On June 9, Tomas Okello met", "Tomas Okello had met").replace("in Mogadishu",
        "in Mogadishu on June 9")
    assert "deceased_actor" not in {f.kind for f in questioned(text)}


# texts and posts

def test_the_same_item_twice_is_a_duplicate():
    found = [f for f in questioned(HEAD + MET + RIVAL + MET) if f.kind == "duplicate"]
    assert [f.span.start for f in found] == [len(HEAD + MET + RIVAL) + 2]


def test_an_overview_may_repeat_the_body():
    assert "duplicate" not in {f.kind for f in questioned(HEAD + "Overview\n\n" + MET + "\nThe Visit\n\n" + MET)}


def test_an_unnamed_minister_who_takes_part_is_a_note():
    text = HEAD + "• On June 9, Tomas Okello met with the Somali defense minister in Mogadishu (Reuters, June 10).\n"
    found = extract(Source("file:///note.txt", "0" * 64, "text/plain", text), load_knowledge()).findings
    assert [(f.kind, f.severity, f.reading_a) for f in found] == [("unresolved_role", "info", "Somali defense minister")]


def test_every_finding_names_its_values_and_an_exact_span():
    text = HEAD + DEATH + MET + RIVAL + MET.replace("Reuters", "Reutres")
    for finding in questioned(text):
        assert finding.span.of(text).strip() == finding.span.of(text) != ""
        assert finding.explanation.endswith((".", ")"))
        assert finding.reading_a
