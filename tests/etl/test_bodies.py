"""Which bodies a text names, where their names end, and which forms are one body."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted, people


def bodies(text: str) -> dict[str, set[str]]:
    """Return the forms of each body by its name."""
    return {o.name: set(o.names) for o in extracted(text).organizations}


@pytest.mark.parametrize(("text", "name"), [
    ("Minister Joan Banda met with the Budget Committee of the National Assembly on May 4.",
     "Budget Committee of the National Assembly"),
    ("Joan Banda received the Department of Foreign Ties of the Central Committee on May 4.",
     "Department of Foreign Ties of the Central Committee"),
    ("They agreed to set up a Joint Working Group on Border Trade.", "Joint Working Group on Border Trade"),
    ("Joan Banda addressed the Subcommittee on Forests on May 4.", "Subcommittee on Forests"),
    ("The Kenya-Chile Chamber of Commerce met with Joan Banda on May 4.", "Kenya-Chile Chamber of Commerce"),
    ("The Highland Farmers' Current met with Joan Banda on May 4.", "Highland Farmers' Current"),
    ("A delegation of the Union of Highland Workers met with Joan Banda on May 4.", "Union of Highland Workers"),
    ("The talks were preceded by the Council of Ministers.", "Council of Ministers"),
    ("The bill has passed both chambers of Parliament.", "Parliament"),
    ("The Frente Dorado met with Joan Banda on May 4.", "Frente Dorado"),
    ("Joan Banda received the Banco Popular de la Costa on May 4.", "Banco Popular de la Costa"),
])
def test_the_whole_name_of_a_body_is_read(text, name):
    assert name in bodies(text)


def test_two_bodies_in_a_row_stay_two():
    assert set(bodies("Vantor Oil and Kestrel Mining signed a contract on May 4.")) == {"Vantor Oil", "Kestrel Mining"}


def test_the_country_of_a_company_is_no_part_of_its_name():
    (body,) = extracted("Kestrel Mining of Chile welcomed the offer.").organizations
    assert (body.name, body.country, body.kind) == ("Kestrel Mining", "CL", "company")


@pytest.mark.parametrize("text", [
    "The Danish company Nordlys praised the talks.",
    "Joan Banda, chief executive of Nordlys, met with Minister Peter Holm on May 4.",
    "Nordlys's chief executive, Joan Banda, met with Minister Peter Holm on May 4.",
    "The ministry will sign the contract with Nordlys.",
    "Vantor ASA signed an agreement with Nordlys.",
])
def test_a_company_without_a_head_is_told_by_the_words_beside_it(text):
    assert [o.kind for o in extracted(text).organizations if o.name == "Nordlys"] == ["company"]
    assert "Nordlys" not in people(text)


def test_who_has_a_post_is_no_company_in_a_sentence_on_trade():
    text = "Minister Joan Zabriskov met with Peter Holm on May 4. Zabriskov signed the contract."
    assert people(text) == ["Joan Zabriskov", "Peter Holm"] and not bodies(text)


@pytest.mark.parametrize("text", [
    "The Upper Lakes Front, known as ULF, met with Joan Banda on May 4. ULF delegates left.",
    "The Upper Lakes Front, or ULF, met with Joan Banda on May 4.",
    "The chairman of the Upper Lakes Front (ULF) met with Joan Banda on May 4. The ULF left.",
    "The Policy Commission of the Upper Lakes Front (ULF) met on May 4. The ULF left.",
])
def test_an_acronym_and_its_long_form_are_one_body(text):
    assert "ULF" in bodies(text)["Upper Lakes Front"]


@pytest.mark.parametrize(("text", "name"), [
    ("The Uganda Herders' and Weavers' People's Army (UHA) met with Joan Banda on May 4.", "People's Army"),
    ("The Upland People's Democratic Army met with Joan Banda on May 4.", "Upland People's Democratic Army"),
    ("The Upland Opposition Union met with Joan Banda on May 4.", "Upland Opposition Union"),
])
def test_people_who_own_a_body_are_part_of_its_name(text, name):
    assert any(form.endswith(name) for forms in bodies(text).values() for form in forms)


@pytest.mark.parametrize(("text", "country"), [
    ("The National Liberation Army and the Colombian government met on May 4.", "CO"),
    ("The Macedonian government met with the National Liberation Army on May 4.", "MK"),
    ("The Danish Labour Party met with Joan Banda on May 4.", "DK"),
    ("The Labour Party and Norwegian officials met in Bergen on May 4.", None),
    ("The Fatemiyoun Brigade met with Norwegian officials on May 4.", "AF"),
    ("The Ministry of Rivers of Kenya met with Joan Banda on May 4.", "KE"),
    ("Petronex S.A. of Peru met with Joan Banda on May 4.", "PE"),
])
def test_bodies_of_one_name_are_told_apart_by_the_countries_of_the_text(text, country):
    assert [o.country for o in extracted(text).organizations] == [country]


def test_a_head_after_a_known_party_makes_no_second_body():
    assert len(bodies("The Hamas Movement met with Joan Banda on May 4. Hamas left.")) == 1


def test_the_acronym_of_a_treaty_is_no_body():
    assert not bodies("They discussed the KLP Treaty. The KLP talks ended. The KLP was signed.")


@pytest.mark.parametrize(("text", "names"), [
    ("Mr HALVORSEN met with Joan Banda on May 4.", ["HALVORSEN", "Joan Banda"]),
    ("Joan Banda met with General K. T. Rao on May 4.", ["Joan Banda", "K. T. Rao"]),
    ("Minister Mahathir bin Zulkifli met with Joan Banda on May 4. Mahathir left.", ["Joan Banda", "Mahathir bin Zulkifli"]),
    ("Minister Omar Haddad, known to all as Abu Karim, met with Joan Banda on May 4. Abu Karim left.",
     ["Joan Banda", "Omar Haddad"]),
    ("Joan Banda was held in Peter Holm prison near the town of Anna Berg.", ["Joan Banda"]),
    ("Paul De Hoek met with Jose Carlos Dos Santos on May 4.", ["Jose Carlos Dos Santos", "Paul De Hoek"]),
    ("Joan Banda heads the Upland Union. Minister Khalid bin Sultan Al Nasser left.",
     ["Joan Banda", "Khalid bin Sultan Al Nasser"]),
    ("Joan Banda saw the Peter Holm Mosque and Peter Holm Cathedral.", ["Joan Banda"]),
    ("Joan Banda praised the plan of Peter Holm.", ["Joan Banda", "Peter Holm"]),
    ("Joan Banda landed at Peter Holm on May 4.", ["Joan Banda"]),
])
def test_who_is_a_person_and_under_which_names(text, names):
    assert people(text) == names


def test_a_person_with_another_first_name_is_another_person():
    text = "Minister Joan Banda left. P. K. Banda, no relation of hers, met with Peter Holm on May 4."
    assert "Joan Banda" in people(text) and len(people(text)) == 3


def test_the_matter_of_a_post_is_no_company():
    assert bodies("U.S. Energy Secretary Ana Reis met President Ivo Banac in Split on May 4.") == {}


def test_the_acronym_of_a_plan_is_no_body():
    assert bodies("They adopted the Common Kelp Plan of Action (CKPA). The CKPA is long, and the CKPA costs much.") == {}
