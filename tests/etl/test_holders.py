"""Who "the archbishop", "the Polish one", "the rebels' spokesman" is."""
from __future__ import annotations

import pytest

from tests.etl.reading import reading_of


def parties(text: str) -> set[str]:
    """Return the keys or words of the parties of the encounter told last."""
    return {s.key or s.text for s in reading_of(text + "\n").drafts[-1].sides}


@pytest.mark.parametrize(("text", "who"), [
    ("Archbishop Otto Kern arrived in Havana on May 4. The archbishop was received by Ivo Reis.", {"otto-kern", "ivo-reis"}),
    ("Pope Clement arrived in Oslo on May 3. The Pope received Ivo Reis on May 4.", {"clement", "ivo-reis"}),
    ("Senator Otto Kern arrived in Havana on May 4. The senator was received by Ivo Reis.", {"otto-kern", "ivo-reis"}),
    ("The Pope received Ivo Reis on May 4.", {"Pope", "ivo-reis"}),
    ("President Otto Kern spoke. The country's president received Ivo Reis on May 4.", {"otto-kern", "ivo-reis"}),
])
def test_a_title_is_a_post_where_it_stands_alone(text, who):
    assert parties(text) == who


@pytest.mark.parametrize(("text", "who"), [
    ("Minister Ivo Reis received the Hungarian ambassador on May 4 and the Polish one on May 5.", {"ivo-reis", "Polish ambassador"}),
    ("President Ivo Reis telephoned the Indian prime minister on May 4 and the Pakistani one on May 5. "
     "Prime Minister Ali Khan of Pakistan thanked him.", {"ivo-reis", "ali-khan"}),
])
def test_the_one_of_another_country_holds_the_same_post(text, who):
    assert parties(text) == who


@pytest.mark.parametrize(("text", "who"), [
    ("Minister Ivo Reis met the rebels' spokesman, Otto Kern, in Havana on May 4.", {"ivo-reis", "otto-kern"}),
    ("Queen Sofia received Ivo Reis in Sofia on May 4.", {"sofia", "ivo-reis"}),
    ("Two days after Kern's return Reis arrived in Lima. Otto Kern and Ivo Reis are friends.", {"ivo-reis"}),
])
def test_what_stands_before_a_post_or_a_name_does_not_hide_it(text, who):
    assert parties(text) == who


def test_three_ministers_are_as_many_who_hold_the_post():
    text = ("President Otto Kern, President Ada Holm and President Ivo Reis flew to Dayton. "
            "Secretary Ann Mills saw the three presidents one after the other on May 4.\n")
    sides = [{s.key for s in d.sides} for d in reading_of(text).drafts[1:]]
    assert sides == [{"ann-mills", "otto-kern"}, {"ann-mills", "ada-holm"}, {"ann-mills", "ivo-reis"}]


@pytest.mark.parametrize("post", ["Minister of Justice", "Minister for Justice", "Norwegian Minister of Justice"])
def test_justice_is_what_a_minister_is_of(post):
    text = f"Envoy Jan Peeters met the {post}, Otto Kern, in Gori on May 4."
    assert parties(text) == {"jan-peeters", "otto-kern"}


def test_two_posts_before_one_name_are_his():
    text = "The Deputy Premier and Minister for Foreign Affairs, Otto Kern, spoke. The Deputy Premier met Ivo Reis on May 4."
    assert parties(text) == {"otto-kern", "ivo-reis"}
    text = "Envoy Jan Peeters met the Premier and Minister for Foreign Affairs, Otto Kern and Ada Holm, on May 4."
    assert {"jan-peeters", "otto-kern", "ada-holm"} <= parties(text)


@pytest.mark.parametrize("later", ["The minister", "At dinner the minister"])
def test_the_minister_is_no_counterpart_of_his(later):
    text = f"Trade Minister Otto Kern met his Danish counterpart, Lars Holm, in Gori on May 4. {later} met Ivo Reis on May 5."
    assert parties(text) == {"otto-kern", "ivo-reis"}


def test_of_two_presidents_the_president_is_the_one_spoken_of_most():
    text = ("- President Otto Kern arrived in Gori on May 3. Kern rested.\n\n- Kern called on Georgian President Ada Holm on May 4.\n\n"
            "- The president dined with Ivo Reis on May 5.")
    assert parties(text) == {"otto-kern", "ivo-reis"}


def test_of_two_presidents_spoken_of_as_much_the_president_is_the_last():
    text = "- President Otto Kern arrived in Gori on May 3.\n\n- President Ada Holm arrived on May 4.\n\n- The president met Ivo Reis on May 5."
    assert parties(text) == {"ada-holm", "ivo-reis"}


RELEASE = "Minister for Trade Ada Holm visited Oslo. She met Justice Minister Ivo Reis and Health Minister Ana Kern. "


@pytest.mark.parametrize(("text", "visitor"), [
    ("The Minister also toured the port of Riga on May 4.", "ada-holm"),
    ("The minister also toured the port of Riga on May 4.", "ana-kern"),
])
def test_with_a_capital_the_minister_of_a_release_is_its_own(text, visitor):
    drafts = reading_of(RELEASE + text + "\n", head="Visit to Oslo\n\nMay 5, 2021\n\n").drafts
    assert [s.key for s in drafts[-1].sides] == [visitor]


@pytest.mark.parametrize("title", ["Pope", "King", "Patriarch"])
def test_who_bears_the_title_of_a_ruler_is_meant_by_it(title):
    text = f"- {title} Olav received Ana Kern on May 3.\n\n- On May 5 the {title} met Ivo Reis."
    assert parties(text) == {"olav", "ivo-reis"}
