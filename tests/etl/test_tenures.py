"""Who held which office when is told by all documents together; a role without a name means who held the post on the day."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.tenures import dated_by_meetings, sightings_of
from tests.etl.documents import bulletin, column, load, read, shown
from warehouse.checks import run_checks
from warehouse.connection import open_writer
from warehouse.told_posts import PostSeen

ROLE = read("role", bulletin(
    "May 3, 2021", "May 9, 2021",
    "Turkish Defense Minister Hulusi Akar met with the Iraqi minister of defense in Baghdad on May 6 (INA, May 6)."))
NAMED = read("named", bulletin(
    "June 7, 2021", "June 13, 2021",
    "Jordanian Foreign Minister Ayman Safadi met with Iraqi Defense Minister Juma Inad in Baghdad on June 9 (INA, June 9)."))
EARLIER = read("earlier", bulletin(
    "April 5, 2021", "April 11, 2021",
    "Iraqi Defense Minister Juma Inad received Iranian Foreign Minister Mohammad Javad Zarif in Baghdad on April 6 "
    "(INA, April 6)."))
NEXT = read("next", bulletin(
    "November 7, 2022", "November 13, 2022",
    "Iraqi Defense Minister Thabit al-Abbasi received former Iraqi Defense Minister Juma Inad in Baghdad on November 9 "
    "(INA, November 9)."))
ALL = (ROLE, NAMED, EARLIER, NEXT)
SHOWN = ("offices", "meeting_participants", "people", "quality_findings", "person_positions")
UNNAMED = "SELECT person_id FROM reporting.meeting_participants WHERE role = 'Iraqi minister of defense'"


@pytest.fixture
def warehouse(seeded: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Return a writing connection to a warehouse with the reference data."""
    with open_writer(seeded) as connection:
        yield connection


def test_a_role_stays_open_until_a_document_names_the_holder(warehouse: duckdb.DuckDBPyConnection) -> None:
    load(warehouse, ROLE)
    assert column(warehouse, UNNAMED) == [None]
    load(warehouse, NAMED)
    assert column(warehouse, UNNAMED) == ["juma-inad"]
    assert column(warehouse, "SELECT reasons FROM main.role_holders WHERE ended_run_id IS NULL") == [
        "seen in office on 2021-06-09, 34 days after"]


def test_a_role_that_is_filled_is_questioned_no_longer(warehouse: duckdb.DuckDBPyConnection) -> None:
    questions = "SELECT count(*) FROM reporting.quality_findings WHERE kind = 'unresolved_role'"
    load(warehouse, ROLE)
    assert column(warehouse, questions) == [1]
    load(warehouse, NAMED)
    assert column(warehouse, questions) == [0]


def test_a_role_opens_again_where_another_may_have_held_the_post(warehouse: duckdb.DuckDBPyConnection) -> None:
    load(warehouse, ROLE, NAMED)
    load(warehouse, read("other", bulletin(
        "April 12, 2021", "April 18, 2021",
        "Iraqi Defense Minister Najah al-Shammari met with Egyptian Foreign Minister Sameh Shoukry in Cairo on April 14 "
        "(MENA, April 14).")))
    assert column(warehouse, UNNAMED) == [None]


def test_an_office_shows_its_holders_in_turn(warehouse: duckdb.DuckDBPyConnection) -> None:
    load(warehouse, *ALL)
    assert warehouse.execute(
        "SELECT person, CAST(first_seen AS VARCHAR), CAST(last_seen AS VARCHAR), CAST(ended_by AS VARCHAR), ended_because, "
        "predecessor, successor FROM reporting.offices WHERE office = 'defense minister' AND country = 'Iraq' "
        "ORDER BY first_seen").fetchall() == [
            ("Juma Inad", "2021-04-06", "2021-06-09", "2022-11-09", "former", None, "Thabit al-Abbasi"),
            ("Thabit al-Abbasi", "2022-11-09", "2022-11-09", None, None, "Juma Inad", None)]


def test_a_post_that_its_holder_left_has_a_last_day(warehouse: duckdb.DuckDBPyConnection) -> None:
    days = ("SELECT CAST(valid_to AS VARCHAR) FROM reporting.person_positions "
            "WHERE person_id = 'juma-inad' AND NOT is_former AND country_code = 'IQ'")
    load(warehouse, NAMED)
    assert set(column(warehouse, days)) == {None}
    load(warehouse, read("resignation", bulletin(
        "September 6, 2021", "September 12, 2021",
        "Iraqi Defense Minister Juma Inad resigned on September 8 (INA, September 8).")))
    assert set(column(warehouse, days)) == {"2021-09-08"}


def test_an_earlier_run_shows_the_role_open(warehouse: duckdb.DuckDBPyConnection) -> None:
    first = load(warehouse, ROLE)
    before = shown(warehouse, *SHOWN)
    load(warehouse, NAMED)
    warehouse.execute(f"SET VARIABLE as_of_run = {first}")
    assert shown(warehouse, *SHOWN) == before


def test_every_check_holds_with_terms_and_holders(warehouse: duckdb.DuckDBPyConnection) -> None:
    load(warehouse, *ALL)
    assert [result.name for result in run_checks(warehouse) if result.rows and result.severity == "error"] == []


@pytest.fixture(scope="module")
def at_once(seeded_template: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Return what is shown of all documents loaded together."""
    path = tmp_path_factory.mktemp("order") / "w.duckdb"
    path.write_bytes(seeded_template.read_bytes())
    with open_writer(path) as connection:
        load(connection, *ALL)
        return _without_runs(connection)


def _without_runs(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    posts = connection.execute("SELECT * EXCLUDE (recorded_run_id) FROM reporting.person_positions").fetchall()
    return shown(connection, *SHOWN[:-1]) | {"person_positions": sorted(map(str, posts))}


@given(st.permutations(ALL))
@settings(max_examples=5, deadline=None)
def test_the_order_of_documents_changes_nothing(seeded_template: Path, tmp_path_factory: pytest.TempPathFactory,
                                                at_once: dict[str, list[str]], order: list) -> None:
    path = tmp_path_factory.mktemp("order") / "w.duckdb"
    path.write_bytes(seeded_template.read_bytes())
    with open_writer(path) as connection:
        for document in order:
            load(connection, document)
        assert _without_runs(connection) == at_once


def post(title: str, *, country: str | None = None, of: str | None = None, is_party: bool = False, person: str = "inad",
         organization: str | None = None) -> PostSeen:
    """Return a post as the warehouse tells it."""
    stated = None if is_party else 1
    return PostSeen(1, "note", person, title, organization, country, of, False, None, None, False, stated, 0, 1)


@pytest.mark.parametrize(("posts", "countries"), [
    ((post("defense minister", country="IQ"),), ["IQ"]),
    ((post("defense minister", of="IQ"),), ["IQ"]),
    ((post("defense minister"), post("minister of defense", country="IQ", is_party=True)), ["IQ", "IQ"]),
    ((post("defense minister"),), []),
    ((post("defense minister"), post("defense minister", country="IQ"), post("defense minister", country="SY")), ["IQ", "SY"]),
    ((post("defense minister"), post("defense minister", country="IQ", person="other")), ["IQ"]),
])
def test_a_post_of_no_state_is_that_of_the_only_one_that_fits(posts: tuple[PostSeen, ...], countries: list[str]) -> None:
    assert sorted(s.seat.country for s in sightings_of(posts, {})) in (countries, sorted(set(countries)))


def test_a_post_counts_by_the_meetings_that_date_it() -> None:
    posts = (post("defense minister", country="IQ"), post("minister of defense", country="IQ", is_party=True))
    assert [s.piece for s in dated_by_meetings(sightings_of(posts, {}), posts)] == [1]
