"""How far the names of bodies reach, and what only looks like one."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted


def bodies(text: str) -> list[str]:
    """Return the names of the bodies of a text."""
    return sorted(o.name for o in extracted(text).organizations)


@pytest.mark.parametrize("name", [
    "Islamic Front for the Liberation of Barand", "Front for Change and Harmony in Chad", "Coordination of Azawad Movements",
    "National Council for the Defense of Democracy", "Committee for the Peaceful Reunification of the Country",
    "Union of Forces for Progress and Liberty",
    "Group for the Defense of Truth and Order", "Liberal Party of Chile", "Union for Peace in the Central African Republic",
])
def test_a_name_goes_on_past_its_matter(name):
    assert bodies(f"The {name} opened talks with the government of Peru on May 4.") == [name]


@pytest.mark.parametrize("name", ["201st Division", "82nd Airborne Division", "7th Brigade"])
def test_a_number_is_part_of_a_units_name(name):
    assert bodies(f"The {name} left the valley on May 4.") == [name]


@pytest.mark.parametrize("name", ["Chilean-Peruvian border commission", "Kenyan-Ugandan trade council"])
def test_a_commission_of_two_states_is_a_body(name):
    assert bodies(f"The {name} convened in Arica on May 4.") == [name]


@pytest.mark.parametrize("text", [
    "Raul Quispe met Ana Ruiz at the Harmony House in Arica on May 4.",
    "Raul Quispe met Ana Ruiz at the State Guest House in Lima on May 4.",
    "Raul Quispe attended the 52nd Lima Security Conference.",
])
def test_a_building_or_a_numbered_event_is_no_body(text):
    assert bodies(text) == []


def test_a_house_named_without_article_is_a_site():
    meeting, = extracted("President Moses Kato received Ana Ruiz at State House in Lusaka on May 4.").meetings
    assert [p.name for p in meeting.places] == ["State House", "Lusaka"]


def test_the_opening_of_a_longer_name_is_short_for_it():
    text = "Ivo Banac, chairman of the Workers' Front of Chile, spoke. The Workers' Front said so."
    assert bodies(text) == ["Workers' Front of Chile"]


def test_a_mission_is_named_with_its_land_also_in_a_post():
    text = "The new head of the United Nations Mission in Kosovo (UNMIK), Harri Holm, met Ana Ruiz. UNMIK said so."
    assert bodies(text) == ["UNMIK"]


def test_an_acronym_in_another_order_is_of_the_whole_name():
    assert bodies("The Coordination of Azawad Movements (CMA) met. The CMA said so.") == ["Coordination of Azawad Movements"]


@pytest.mark.parametrize(("text", "name"), [
    ("On May 4 representatives of the Peace and Democracy Party met Ada Holm.", "Peace and Democracy Party"),
    ("On May 4 members of the Security and Defense Committee met Ada Holm.", "Security and Defense Committee"),
    ("On May 4 the vice-president of the General National Congress (GNC), Otto Kern, met Ada Holm. The GNC was silent.",
     "General National Congress"),
    ("A delegation from Lusaka National Petroleum Corp met Ada Holm on May 4.", "Lusaka National Petroleum Corp"),
    ("On May 4 the leader of the ZKPM-North, Otto Kern, met Ada Holm. The ZKPM-North agreed. The ZKPM-North left.", "ZKPM-North"),
])
def test_a_body_is_named_whole(text, name):
    assert name in bodies(text)


@pytest.mark.parametrize(("text", "names"), [
    ("The Omar bin Said Al Kern Foundation opened talks on May 4.", ["Omar bin Said Al Kern Foundation"]),
    ("The Prince Omar Kern Institute for Diplomatic Studies opened talks.",
     ["Prince Omar Kern Institute for Diplomatic Studies"]),
    ("The Andean Standards Authority and National Ports Organization of Peru signed a protocol.",
     ["Andean Standards Authority", "National Ports Organization of Peru"]),
    ("The Bank of Peru, Banque Dorée and the Bank of Chile signed a protocol.", ["Bank of Chile", "Bank of Peru", "Banque Dorée"]),
    ("The Federation of Andean Chambers of Commerce opened talks.", ["Federation of Andean Chambers of Commerce"]),
    ("The Andean Harmony and Justice Party opened talks.", ["Andean Harmony and Justice Party"]),
    ("The Andean Businessmen's Association opened talks.", ["Andean Businessmen's Association"]),
    ("Andean Airways and Coast Air of Peru signed a protocol.", ["Andean Airways", "Coast Air"]),
    ("The head of the Harbour Council of the Peruvian parliament spoke.", ["Harbour Council"]),
])
def test_a_name_ends_where_its_matter_does(text, names):
    assert bodies(text) == names


@pytest.mark.parametrize(("text", "name"), [
    ("The armed group Tamalt and the army opened talks.", "Tamalt"),
    ("The task force Tamalt left the valley.", "Tamalt"),
    ("Kern spoke for the Jabhat al-Nahr on May 4.", "Jabhat al-Nahr"),
    ("The leader of Hizb-i-Nahr, Omar Kern, spoke.", "Hizb-i-Nahr"),
    ("The accord was signed by Faylan al-Nahr rebels in Lima.", "Faylan al-Nahr"),
    ("The leader of the allied GVPZ, Omar Kern, spoke.", "GVPZ"),
    ("GVPZ signed a contract on May 4.", "GVPZ"),
    ("President Otto Kern met with GVPZ leader Omar Holm.", "GVPZ"),
    ("The state oil company, GVPZ, has written to Lima.", "GVPZ"),
    ("Omar Kern leads the SPLM-Nahr of the south.", "SPLM-Nahr"),
])
def test_the_words_beside_a_name_make_it_a_body(text, name):
    assert name in bodies(text)


@pytest.mark.parametrize("text", [
    "Senior Administration officials met on May 4.",
    "They discussed the Green Valley Partnership and the Blue River Initiative.",
    "They signed a declaration on Nuclear Energy.",
    "The Kern faction met in Lima.",
    "READ THE NOTE AND THE TABLE.",
])
def test_a_rank_a_programme_or_a_matter_is_no_body(text):
    assert bodies(text) == []


def test_an_acronym_means_the_body_that_the_text_explains_it_by():
    # SLA is known as an army of another country
    assert bodies("The Peruvian Liberation Army (SLA) of Peru met. The SLA said so.") == ["Liberation Army"]


def test_a_house_is_that_of_the_country_told_with_it():
    assert bodies("The House of Representatives of Peru met on May 4.") == ["House of Representatives of Peru"]
