"""Who takes part without a name: delegations, groups, bodies that only a word names, two sides in one phrase."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted

MET = "{} met with Foreign Minister Ivo Banac in Lisbon on May 4."


def told(text: str) -> list[tuple[str, str, list[str | None]]]:
    """Return kind, status and parties of each encounter of a text."""
    return [(m.kind, m.status, [p.person_key or p.organization_key or p.role or p.country for p in m.parties])
            for m in extracted(text + "\n").meetings]


@pytest.mark.parametrize(("phrase", "party"), [
    ("A bipartisan congressional delegation", "bipartisan congressional delegation"),
    ("A six-member parliamentary delegation", "six-member parliamentary delegation"),
    ("Leaders of two major Kenyan factions", "Leaders of two major Kenyan factions"),
    ("The country's leaders", "country's leaders"),
    ("The hostages' families", "hostages' families"),
    ("The Kenyan leadership", "Kenyan leadership"),
    ("Several ministers", "Several ministers"),
    ("A senior US official", "senior US official"),
    ("The parliamentary committee", "parliamentary committee"),
    ("The council of ministers", "council of ministers"),
    ("Kenya's military council", "Kenya's military council"),
    ("The provincial governor", "provincial governor"),
    ("Ambassadors of the European Union member states", "Ambassadors of the European Union member states"),
])
def test_a_party_without_a_name_takes_part_by_its_words(phrase, party):
    assert told(MET.format(phrase)) == [("meeting", "held", [party, "ivo-banac"])]


@pytest.mark.parametrize("text", [
    "Government and rebel negotiators met in Lisbon on May 4.",
    "Kenya and Uganda delegations held talks in Lisbon on May 4.",
    "US and Taliban negotiators met in Doha on May 4.",
])
def test_a_phrase_for_two_groups_is_both_sides(text):
    [(kind, status, parties)] = told(text)
    assert (kind, status, len(parties)) == ("meeting", "held", 2)


def test_a_state_and_a_group_are_two_sides_where_an_occasion_is_told():
    assert told("Kenya held talks with leaders of two rebel factions in Lisbon on May 4.") == [
        ("meeting", "held", ["KE", "leaders of two rebel factions"])]


@pytest.mark.parametrize("text", [
    "The committee met in Lisbon on May 4.", "The firm told senior officials in Lisbon on May 4 that the port was open.",
    "President Tom Osei met with other officials.",
])
def test_one_side_alone_meets_nobody(text):
    assert told(text) == []


def test_a_group_ends_before_the_verb():
    assert told("A group of Kenyan lawmakers is visiting Lisbon.") == [("visit", "held", ["group of Kenyan lawmakers"])]


def test_members_are_those_who_came():
    text = "A delegation of the Arab League arrived in Oslo on May 4. Its members were received by King Osric."
    assert told(text)[1][2] == [*told(text)[0][2], "osric"]


def test_who_is_in_front_of_the_subject_is_not_in_apposition_to_it():
    text = "After lunch with Foreign Minister Ivo Banac, the Chinese president left for Lima on May 4."
    assert told(text)[0][2] == ["Chinese president", "ivo-banac"]


def test_a_country_after_its_town_is_no_subject():
    text = "President Tom Osei travelled to Suva, Fiji, on May 4 to hold talks with Prime Minister Ivo Banac."
    assert told(text)[1][2] == ["tom-osei", "ivo-banac"]


def test_a_verb_after_a_semicolon_keeps_its_subject():
    text = "On May 14 Minister Joan Banda will call on King Osric; meet Speaker Ivo Banac; and hold talks with General Peter Mwale."
    assert told(text) == [("meeting", "planned", ["joan-banda", name]) for name in ("osric", "ivo-banac", "peter-mwale")]


def test_a_noun_after_a_semicolon_has_a_subject_of_its_own():
    text = "Minister Joan Banda met King Osric on May 4; the arrival in Lisbon of President Tom Osei followed on May 5."
    assert [parties for kind, _, parties in told(text) if kind == "visit"] == [["tom-osei"]]


@pytest.mark.parametrize("again", [
    "The senators met", "The visitors met", "They met", "The Kenyans met", "The group met", "The Kenyan delegation met",
])
def test_those_who_came_are_spoken_of_by_what_they_are(again):
    text = f"A delegation of Kenyan senators arrived in Oslo on May 4. {again} King Osric on May 6."
    assert told(text)[1] == ("meeting", "held", ["delegation of Kenyan senators", "osric"])


def test_nationals_of_whom_nobody_was_told_are_a_party_of_themselves():
    assert told("The Kenyans and the Ugandans conferred in Oslo on May 4.") == [("meeting", "held", ["Kenyans", "Ugandans"])]


def test_delegations_that_are_counted_are_a_party():
    text = "Envoy Jan Peeters met with both delegations in Lusaka on May 4."
    assert told(text) == [("meeting", "held", ["jan-peeters", "delegations"])]


def test_so_many_without_an_article_are_others_than_those_told_of():
    first = "President Tom Osei of Kenya met with President Ann Mills of Ghana on May 3."
    met = told(f"{first}\n\nMinister of Trade Eva Stahl welcomed two Council leaders in Lisbon on May 4.")
    assert met[1] == ("meeting", "held", ["eva-stahl", "two Council leaders"])
    met = told(f"{first}\n\nMinister of Trade Eva Stahl welcomed the two leaders in Lisbon on May 4.")
    assert met[1] == ("meeting", "held", ["eva-stahl", "tom-osei", "ann-mills"])


def test_a_guest_welcomed_on_arrival_is_the_one_who_travels():
    met = told("Minister of Trade Eva Stahl welcomed President Tom Osei on his arrival in Lisbon on May 4.")
    assert sorted(met) == [("meeting", "held", ["eva-stahl", "tom-osei"]), ("visit", "held", ["tom-osei"])]


@pytest.mark.parametrize(("phrase", "body"), [
    ("Several members of the Security Committee, led by Otto Kern,", "security-committee"),
    ("Representatives of the Andean Party, including Otto Kern,", "andean-party"),
    ("Senior members of the Andean Party, including Otto Kern,", None),
])
def test_a_body_takes_part_beside_those_of_its_members_who_are_named(phrase, body):
    assert told(MET.format(phrase)) == [("meeting", "held", [*filter(None, [body]), "otto-kern", "ivo-banac"])]


def test_the_body_of_an_assembly_takes_part():
    text = "Secretary Ann Mills attended the Sixth General Assembly of the Organization of American States (OAS) and met nobody on May 4."
    assert told(text) == [("conference", "held", ["ann-mills", "organization-of-american-states"])]
