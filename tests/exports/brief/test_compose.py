"""A brief of a period reads like a bulletin, and every sentence has its words."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from exports.brief.compose import compose
from exports.brief.contents import Brief
from exports.brief.order import Order
from exports.brief.sentences import agreement_sentence
from exports.choice import Choice, month_of
from exports.errors import NothingToExport
from exports.facts.records import Agreement, Days, Step
from exports.reporting import Reporting, open_reporting

SUMMIT = Choice(date(1975, 7, 28), date(1975, 8, 5))


def sentences(brief: Brief, section: str, group: str | None = None) -> list[str]:
    """Return the sentences of a section, or of a group in it."""
    return [item.sentence for one in brief.sections if one.heading == section for held in one.groups
            if group in (None, held.heading) for item in held.items]


def test_what_took_place_stands_under_its_day_in_plain_sentences(reporting: Reporting) -> None:
    brief = compose(reporting, SUMMIT)
    assert brief.title == "Diplomatic brief: July 28 – August 5, 1975"
    assert sentences(brief, "What took place", "August 2, 1975")[0] == (
        "Gerald Ford (United States) met Leonid Brezhnev (Soviet Union) in Helsinki, Finland (AP; The Washington Post).")
    assert "Gerald Ford (United States) visited Romania on August 2–3 (Agerpres)." in sentences(brief, "What took place")
    assert [group.heading for group in brief.sections[0].groups][:2] == ["July 28, 1975", "July 30, 1975"]


def test_agreements_have_their_steps_and_plans_their_days(reporting: Reporting) -> None:
    brief = compose(reporting, SUMMIT)
    assert sentences(brief, "Agreements")[0] == (
        "Trade agreement between the United States and Romania: signed on April 2; in force on August 3 (Agerpres; The New "
        "York Times).")
    assert sentences(brief, "Ahead") == [
        "Gerald Ford (United States) is to meet Takeo Miki (Japan) in Washington, United States, on August 6 (Kyodo)."]


def test_a_step_is_told_once_by_the_account_that_knows_most_of_its_day() -> None:
    steps = (Step("reached", date(1990, 9, 13), "approximate", False), Step("reached", None, "unknown", False),
             Step("signed", None, "unknown", True))
    treaty = Agreement("a1", "treaty", "treaty of partnership", "reached", Days(None, None, "unknown", None), (), steps, ())
    assert agreement_sentence(treaty, {}) == "Treaty of partnership: reached by September 13, 1990; to be signed"


def test_each_sentence_has_notes_with_the_words_of_the_document(reporting: Reporting) -> None:
    brief = compose(reporting, SUMMIT)
    items = [item for section in brief.sections for group in section.groups for item in group.items]
    cited = [number for item in items for number in item.notes]
    assert set(cited) == set(range(1, len(brief.notes) + 1))
    assert all(item.notes for item in items if item.sentence.endswith(")."))
    (item,) = [item for item in items if "Takeo Miki (Japan) in Washington, United States, on August 6" in item.sentence]
    (number,) = item.notes
    note = brief.notes[number - 1]
    assert note.quote == "The two are to meet again on August 6 (Kyodo, August 5)."
    assert note.source == "Diplomacy Monitor: The Helsinki Summit, “Ford's Journey”; citing Kyodo, August 5, 1975"


def test_words_that_support_several_sentences_have_one_note(reporting: Reporting) -> None:
    brief = compose(reporting, month_of(1986, 10))
    quotes = [(note.quote, note.source) for note in brief.notes]
    assert len(quotes) == len(set(quotes)) < sum(len(item.notes) for section in brief.sections for group in section.groups
                                                for item in group.items)


def test_a_meeting_of_two_countries_stands_under_both(reporting: Reporting) -> None:
    brief = compose(reporting, SUMMIT, Order.COUNTRY)
    headings = [group.heading for group in brief.sections[0].groups]
    assert headings[:-1] == sorted(headings[:-1]) and headings[-1] == "Of no country that is named"
    met = ("Gerald Ford (United States) met Leonid Brezhnev (Soviet Union) in Helsinki, Finland, on August 2 "
           "(AP; The Washington Post).")
    assert met in sentences(brief, "What took place", "United States")
    assert met in sentences(brief, "What took place", "Soviet Union")


def test_a_country_leaves_out_the_others(reporting: Reporting) -> None:
    brief = compose(reporting, Choice(SUMMIT.first, SUMMIT.last, ("DD",)))
    assert brief.title.endswith(", 1975, East Germany")
    told = sentences(brief, "What took place")
    assert told and all("East Germany" in sentence for sentence in told)


def test_what_took_place_in_a_country_is_of_it_too(reporting: Reporting) -> None:
    for order in Order:
        brief = compose(reporting, Choice(SUMMIT.first, SUMMIT.last, ("PL",)), order)
        assert "Gerald Ford (United States) visited Kraków, Poland, on July 28–29 (PAP; The New York Times)." in (
            sentences(brief, "What took place"))
        assert len(sentences(brief, "What took place")) == 3


def test_a_meeting_of_others_stands_under_the_country_that_it_was_in(reporting: Reporting) -> None:
    brief = compose(reporting, Choice(SUMMIT.first, SUMMIT.last, ("FI",)), Order.COUNTRY)
    assert any("met Leonid Brezhnev (Soviet Union) in Helsinki" in sentence
               for sentence in sentences(brief, "What took place", "Finland"))
    cited = {number for section in brief.sections for group in section.groups for item in group.items for number in item.notes}
    assert cited == set(range(1, len(brief.notes) + 1))


def test_open_findings_on_the_words_cited_are_told(reporting: Reporting, altered: Callable[..., Path]) -> None:
    brief = compose(reporting, month_of(1986, 10))
    finding = "October 12 (1986-10-12) is 10 days after the source cited for it (1986-10-02)."
    assert finding in sentences(brief, "Uncertain")
    assert finding not in sentences(compose(reporting, SUMMIT), "Uncertain")
    with open_reporting(altered("UPDATE reporting.quality_findings SET status = 'dismissed'")) as decided:
        assert finding not in sentences(compose(decided, month_of(1986, 10)), "Uncertain")


def test_what_has_no_certain_day_says_so(reporting: Reporting) -> None:
    brief = compose(reporting, month_of(1986, 10))
    assert any("between October 20 and 26" in sentence for sentence in sentences(brief, "Ahead"))
    assert any(sentence.endswith("no certain day.") for sentence in sentences(brief, "Uncertain"))


def test_what_was_called_off_or_denied_stands_apart(altered: Callable[..., Path]) -> None:
    changed = altered("UPDATE reporting.meetings SET status = 'cancelled' "
                      "WHERE status = 'planned' AND start_date = '1975-08-06'")
    with open_reporting(changed) as reporting:
        brief = compose(reporting, SUMMIT)
    assert sentences(brief, "Did not come about") == [
        "Called off: Gerald Ford (United States) is to meet Takeo Miki (Japan) in Washington, United States, on August 6 (Kyodo)."]
    assert not sentences(brief, "Ahead")


@pytest.mark.parametrize(("choice", "title"), [
    (Choice(first=date(1998, 4, 1)), "Diplomatic brief: April 1, 1998 and after"),
    (Choice(last=date(1980, 1, 1)), "Diplomatic brief: January 1, 1980 and before"),
])
def test_a_period_may_have_no_end_or_no_beginning(reporting: Reporting, choice: Choice, title: str) -> None:
    assert compose(reporting, choice).title == title


def test_a_period_of_which_nothing_is_told_is_said_with_what_is_known(reporting: Reporting) -> None:
    with pytest.raises(NothingToExport, match="Nothing is told of March 1800; meetings are known from 1975-07-28 to 1998-"):
        compose(reporting, month_of(1800, 3))


def test_names_stand_where_ids_would(reporting: Reporting) -> None:
    told = repr(compose(reporting, Choice()))
    for table, column in (("meetings", "meeting_id"), ("agreements", "agreement_id"), ("documents", "document_id")):
        assert not any(row[column] in told for row in reporting.rows(f"SELECT {column} FROM reporting.{table}"))
    assert "gerald-ford" not in told
