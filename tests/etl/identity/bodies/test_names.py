"""A body's name is read as what can be compared."""
from __future__ import annotations

import pytest

from etl.identity.bodies.names import BodyName, Reader


@pytest.mark.parametrize(("name", "words", "countries", "places", "numbers"), [
    ("the Kenyan Ministry of External Affairs", "foreign ministry", "KE", "", ""),
    ("University of Karsh", "karsh university", "", "", ""),
    ("Embassy of Chile in Norway", "embassy", "CL", "NO", ""),
    ("Chilean Embassy in La Paz", "embassy", "CL", "BO", ""),
    ("Chilean Consulate General in Bergen", "consulate", "CL", "bergen", ""),
    ("High-Level Committee on Libya", "high level committee", "", "LY", ""),
    ("Kyrgyz-Turkish border commission", "border commission", "KG TR", "", ""),
    ("201st Motor Rifle Division", "motor rifle division", "", "", "201"),
    ("Fifth Fleet", "fleet", "", "", "5"),
    ("XIV Corps", "corps", "", "", "14"),
    ("PJSC Volganeft Oil Company", "volganeft oil company", "", "", ""),
    ("Kestrel Mining plc", "kestrel mining", "", "", ""),
    ("NATIONAL ELECTION BOARD", "national election board", "", "", ""),
    ("U.N. Mission", "UN mission", "", "", ""),
    ("Guinea-Bissau's Foreign Ministry", "foreign ministry", "GW", "", ""),
    ("Department of State", "state ministry", "", "", ""),
    ("MoFA", "foreign ministry", "", "", ""),
    ("Zagoristan Organisation for Co-operation", "cooperation zagoristan organization", "", "", ""),
])
def test_a_name_is_read(name: str, words: str, countries: str, places: str, numbers: str) -> None:
    read = Reader().read(name)
    assert (" ".join(read.words), sorted(read.countries), sorted(read.places), list(read.numbers)) == (
        words, countries.split(), places.split(), numbers.split())


def test_an_acronym_within_a_longer_name_is_spelt_out() -> None:
    reader = Reader({"ZBL": "Zambezi League"})
    assert reader.read("ZBL Secretariat") == BodyName(("zambezi", "league", "secretariat"))


def test_an_acronym_alone_stays_one() -> None:
    assert Reader({"ZBL": "Zambezi League"}).read("ZBL").acronym == "ZBL"


@pytest.mark.parametrize(("name", "acronym"), [
    ("Patriotic Union of Zagoristan", "PUZ"), ("Ministry of Foreign Affairs", "MFA"), ("Ministry of Foreign Affairs", "MOFA"),
    ("National Iranian Oil Company", "NIOC"), ("National Iranian Oil Company", "NOC"),
])
def test_a_name_has_the_acronyms_that_it_could_have(name: str, acronym: str) -> None:
    assert acronym in Reader().read(name).initials
