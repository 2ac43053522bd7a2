"""Several posts that one plural names, and the people beside it who hold them."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted, reading_of


def parties(text: str) -> set[str]:
    """Return the keys or words of the parties of the encounter told last."""
    return {s.key or s.text for s in reading_of(text + "\n").drafts[-1].sides}


@pytest.mark.parametrize("text", [
    "Otto Kern and Ada Holm, the foreign ministers of Chile and Peru, met in Lima on May 4.",
    "Otto Kern and Ada Holm, the Chilean and Peruvian foreign ministers, met in Lima on May 4.",
    "The foreign ministers of Chile and Peru, Otto Kern and Ada Holm, met in Lima on May 4.",
    "The Chilean and Peruvian foreign ministers, Otto Kern and Ada Holm, met in Lima on May 4.",
])
def test_people_in_a_list_hold_the_posts_beside_it_in_order(text):
    assert parties(text) == {"otto-kern", "ada-holm"}
    assert parties(f"{text} The Peruvian foreign minister received Ivo Reis on May 5.") == {"ada-holm", "ivo-reis"}
    assert {p.name: [r.country for r in p.positions] for p in extracted(text).people} == {"Otto Kern": ["CL"], "Ada Holm": ["PE"]}


@pytest.mark.parametrize(("text", "who"), [
    ("The Peruvian foreign and defense ministers met Ivo Reis.", {"Peruvian foreign minister", "Peruvian defense minister", "ivo-reis"}),
    ("Ivo Reis met the foreign and trade ministers of Peru.", {"foreign minister of Peru", "trade minister of Peru", "ivo-reis"}),
    ("The Danish and Norwegian premiers called on Ivo Reis.", {"Danish premier", "Norwegian premier", "ivo-reis"}),
])
def test_a_plural_of_several_posts_is_each_of_them(text, who):
    assert parties(text) == who


def test_a_plural_of_unlike_number_gives_no_posts():
    assert parties("Otto Kern, Ada Holm and Ivo Reis, the ministers of Chile and Peru, met in Lima.") != {"otto-kern", "ada-holm"}


@pytest.mark.parametrize(("text", "who"), [
    ("Foreign Minister Otto Kern met with his Chilean and Peruvian counterparts.",
     {"otto-kern", "Chilean foreign minister", "Peruvian foreign minister"}),
    ("Foreign Minister Otto Kern met his Peruvian counterpart.", {"otto-kern", "Peruvian foreign minister"}),
    ("Peruvian Foreign Minister Ada Holm spoke. Secretary of State Otto Kern met his Peruvian colleague.", {"otto-kern", "ada-holm"}),
    ("U.S. Secretary of State Ada Holm spoke. Foreign Minister Otto Kern met his American counterpart.", {"otto-kern", "ada-holm"}),
    ("Home Secretary Otto Kern met his Peruvian counterpart.", {"otto-kern", "Peruvian interior minister"}),
])
def test_a_counterpart_holds_the_same_office_by_whatever_name(text, who):
    assert parties(text) == who


@pytest.mark.parametrize("text", [
    "Foreign Ministers Otto Kern of Chile and Ada Holm of Peru met in Lima on May 4.",
    "Foreign Ministers Otto Kern (Chile) and Ada Holm (Peru) met in Lima on May 4.",
])
def test_each_of_several_in_one_post_has_his_own_country(text):
    assert parties(f"{text} The Peruvian minister received Ivo Reis on May 5.") == {"ada-holm", "ivo-reis"}


def test_a_deputy_in_a_plural_is_no_minister():
    text = ("Deputy foreign ministers Otto Kern of Chile and Ada Holm of Peru met in Lima on May 4. "
            "The Peruvian foreign minister received Ivo Reis on May 5.")
    assert "ada-holm" not in parties(text)


def test_family_names_after_a_plural_post_are_people():
    assert parties("Presidents Kern and Holm met in Lima on May 4.") == {"kern", "holm"}


@pytest.mark.parametrize(("text", "who"), [
    ("Croatian Foreign Minister Otto Kern received his Chadian colleague, Ada Holm, on May 4. The Chadian foreign minister met Ivo Reis.",
     {"ada-holm", "ivo-reis"}),
    ("Foreign Secretary Otto Kern received his Chadian counterpart, Ada Holm, on May 4. The Chadian foreign minister met Ivo Reis.",
     {"ada-holm", "ivo-reis"}),
])
def test_who_is_named_as_a_counterpart_holds_the_post(text, who):
    assert parties(text) == who


@pytest.mark.parametrize(("text", "who"), [
    ("The foreign ministers of the two countries met in Bled on May 5.", {"otto-kern", "ada-holm"}),
    ("The leaders of the two countries met in Bled on May 5.", {"otto-kern", "ada-holm"}),
    ("The interior ministers of both countries met in Bled on May 5.", {"interior minister of Croatia", "interior minister of Chad"}),
])
def test_the_ministers_of_the_two_countries_are_of_those_spoken_of_last(text, who):
    opening = "Croatian Foreign Minister Otto Kern received his Chadian colleague, Ada Holm, on May 4."
    assert parties(f"{opening} {text}") == who


def test_a_state_bears_its_article_in_a_post():
    opening = "Croatian Foreign Minister Otto Kern received U.S. Secretary of Defense Ada Holm on May 4."
    text = f"{opening} The interior ministers of the two countries met in Bled on May 5."
    assert parties(text) == {"interior minister of Croatia", "interior minister of the United States"}


def test_their_counterparts_hold_the_posts_of_each():
    text = "Defense Minister Otto Kern and Foreign Minister Ada Holm met their Peruvian counterparts in Lima on May 4."
    assert parties(text) == {"otto-kern", "ada-holm", "Peruvian defense minister", "Peruvian foreign minister"}


@pytest.mark.parametrize(("text", "who"), [
    ("The heads of the Chadian and Sudanese intelligence services met in Gori on May 4.",
     {"heads of Chadian intelligence services", "heads of Sudanese intelligence services"}),
    ("The ministers of trade and foreign affairs of Peru met Ivo Reis in Gori.",
     {"minister of trade", "minister of foreign affairs", "ivo-reis"}),
])
def test_posts_of_several_fields_or_nations_are_several(text, who):
    assert parties(text) == who
