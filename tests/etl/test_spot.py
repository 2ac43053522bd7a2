"""Where a post ends and a name begins, and what is a name, a body, a group."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted, reading_of

SENTENCE_AT = 2
"""The passage that a test's sentence is: after the title and the period."""


def wrong(reason: str) -> pytest.MarkDecorator:
    """Mark a case that fails now; a strict xfail says when it is mended."""
    return pytest.mark.xfail(strict=True, reason=reason)


def spotted(sentence: str) -> list[tuple[str, str]]:
    """Return kind and words of what a sentence names, pronouns and dates left out; of people the bare name."""
    out = []
    for s in reading_of(sentence).sentences:
        if s.block == SENTENCE_AT:
            for m in s.mentions:
                first, last = m.name or (m.first, m.last)
                if m.kind not in ("pronoun", "date", "citation", "inner"):
                    out.append((m.kind, s.units.phrase(first, last)))
    return out


def roles(sentence: str) -> list[tuple[str, str | None, bool]]:
    """Return the posts of a sentence: phrase, country, whether former."""
    mentions = (m for s in reading_of(sentence).sentences if s.block == SENTENCE_AT for m in s.mentions if m.kind != "inner")
    return [(r.phrase, r.country, r.former) for m in mentions for r in m.roles]


@pytest.mark.parametrize(("sentence", "name", "post"), [
    ("Secretary of the Russian Security Council Oleg Martynov spoke.", "Oleg Martynov",
     "Secretary of the Russian Security Council"),
    ("Foreign Minister of the Republic of Chile Ana Rojas spoke.", "Ana Rojas", "Foreign Minister of the Republic of Chile"),
    ("Kenyan Defense Minister Joan Banda spoke.", "Joan Banda", "Kenyan Defense Minister"),
    ("The head of the Georgian delegation, Nino Kapanadze, spoke.", "Nino Kapanadze", "head of the Georgian delegation"),
    ("Nino Kapanadze, the Georgian minister of justice, spoke.", "Nino Kapanadze", "Georgian minister of justice"),
    ("Deputy Economy Minister Marek Nowak spoke.", "Marek Nowak", "Deputy Economy Minister"),
    ("The assistant trade secretary, Ana Rojas, spoke.", "Ana Rojas", "assistant trade secretary"),
    ("Former Polish President Marek Nowak spoke.", "Marek Nowak", "Former Polish President"),
    ("Speaker Tone Berg spoke.", "Tone Berg", "Speaker"),
    ("Ahmad al-Rashid, chairman of the Kuwaiti Chamber of Commerce, spoke.", "Ahmad al-Rashid",
     "chairman of the Kuwaiti Chamber of Commerce"),
])
def test_the_post_ends_where_the_name_begins(sentence, name, post):
    assert ("person", name) in spotted(sentence)
    assert post in [phrase for phrase, _, _ in roles(sentence)]


@pytest.mark.parametrize(("sentence", "country", "former"), [
    ("Kenyan Defense Minister Joan Banda spoke.", "KE", False), ("Former Polish President Marek Nowak spoke.", "PL", True),
    ("The foreign minister of Chile spoke.", "CL", False), ("The Iraqi minister of defense spoke.", "IQ", False),
    ("The former Iraqi minister of defense spoke.", "IQ", True),
])
def test_a_post_has_a_country_and_a_time(sentence, country, former):
    assert [(c, f) for _, c, f in roles(sentence)] == [(country, former)]


@pytest.mark.parametrize("name", [
    "Ludwig van der Berg", "Khalid bin Salman al-Otaibi", "María del Carmen Ortiz", "Jean-Pierre Dumont", "John F. Harper",
    "Abu Bakr al-Tamimi", "Mary O'Connor", "Nguyễn Văn Hùng", "Ólafur Jónsson",
    pytest.param("Martin Luther King Jr.", marks=wrong("a family name that is a post ends the name")),
])
def test_names_of_many_habits_are_read_whole(name):
    assert ("person", name.removesuffix(".")) in [(k, w.removesuffix(".")) for k,
                                                  w in spotted(f"Ambassador {name} met with Minister Joan Banda.")]


@pytest.mark.parametrize("sentence", [
    pytest.param("The river flows past Castle Hill.", marks=wrong("a site without a word of names.toml is a person")),
    "In March the price of wheat rose.", "The Belgrade Conference ended.", "Operation Desert Wind began.",
    "The Camp David Accords were praised.",
])
def test_places_months_and_things_are_no_people(sentence):
    assert [w for k, w in spotted(sentence) if k == "person"] == []


@pytest.mark.parametrize(("sentence", "body"), [
    ("The Chamber of Commerce of Lima protested.", "Chamber of Commerce of Lima"),
    ("The Supreme National Defence Council met.", "Supreme National Defence Council"),
    ("The Ministry of Roads and Bridges agreed.", "Ministry of Roads and Bridges"),
    ("The Green Valley Party won.", "Green Valley Party"),
])
def test_a_capitalised_run_with_a_head_is_a_body(sentence, body):
    assert ("body", body) in [(k, w.removeprefix("The ")) for k, w in spotted(sentence)]


@pytest.mark.parametrize(("sentence", "group"), [
    ("He met with senior Kenyan officials.", "senior Kenyan officials"),
    ("He met with leaders of the opposition parties.", "leaders of the opposition parties"),
    ("He met with members of the Sami Parliament.", "members of the Sami Parliament"),
    ("He met with commanders of the Shia militias.", "commanders of the Shia militias"),
])
def test_a_plural_of_people_is_a_group_with_its_complement(sentence, group):
    assert ("group", group) in spotted(sentence)


@pytest.mark.parametrize("name", ["Dr Unity Seretse", "General Prosper Nkala"])
def test_an_ordinary_word_between_a_title_and_a_name_is_a_given_name(name):
    assert spotted(f"{name} arrived.") == [("person", name.split(maxsplit=1)[1])]


def test_a_state_before_a_verb_and_a_plural_opens_no_group():
    assert spotted("Uganda freed prisoners.")[0] == ("country", "Uganda")


@pytest.mark.parametrize("title", ["State Councillor", "Apostolic Nuncio", "Chief Whip", "Opposition Leader", "Prefect", "Solicitor General"])
def test_a_title_before_a_name_is_a_post(title):
    [person] = [p for p in extracted(f"On May 4, {title} Lars Holm met with Ana Reis in Oslo.\n").people if p.name == "Lars Holm"]
    assert [position.title for position in person.positions] == [title]


@pytest.mark.parametrize("name", ["Christian Brandt"])
def test_a_word_of_faith_is_a_given_name_before_a_family_name(name):
    assert ("person", name) in spotted(f"The CEO of Siemens Energy, {name}, spoke.")
    assert ("group", "Christian leaders") in spotted("Christian leaders spoke.")


@pytest.mark.parametrize("officer", ["The retired Dutch General Jan Peeters", "Egyptian Colonel Ada Holm"])
def test_an_officer_is_named_with_his_nationality(officer):
    name = " ".join(officer.split()[-2:])
    assert ("person", name) in spotted(f"{officer} met with Minister Joan Banda.")
    assert roles(f"{officer} met with Minister Joan Banda.") == [("Minister", None, False)]
