"""What differs between two moments is told in words."""
from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.history import FIRST_DAY, a_run, first_run, take_for_one
from warehouse.as_of import Moment
from warehouse.changes import KINDS, Change, FieldChange, changes_between
from warehouse.connection import open_reader, open_writer, transaction
from warehouse.decisions import withdraw

VIENNA = "2021-05-04: meeting of Ada Lovelace, Boris Karloff, Vienna"
WINTER = VIENNA.replace("05-04", "01-04")
GENEVA = "2021-05-04: meeting of Eva Lovelace, Doris Karlson, Geneva"
BOTH = "2021-01-04: meeting of Ada Lovelace, Boris Karloff, Doris Karlson, Vienna"


@pytest.fixture(scope="module")
def history(after_runs: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """Return a reader of a warehouse of four runs; in the fourth the two women are told apart again."""
    path = Path(shutil.copyfile(after_runs[-1], tmp_path_factory.mktemp("history") / "warehouse.duckdb"))
    with open_writer(path) as connection:
        (decision_id,) = connection.execute("SELECT decision_id FROM main.decisions WHERE judgement = 'same'").fetchone()
        with a_run(connection, day=5) as run_id:
            withdraw(connection, decision_id, reason="Two births.", by="Ann", at=FIRST_DAY + timedelta(days=5), run_id=run_id)
    with open_reader(path) as connection:
        yield connection


def told(connection: duckdb.DuckDBPyConnection, since: int, until: int, kind: str) -> list[Change]:
    return changes_between(connection, Moment(since), Moment(until), kinds=[kind])


def test_everything_of_a_first_run_appeared(history: duckdb.DuckDBPyConnection) -> None:
    assert [(each.kind, each.change, each.label) for each in changes_between(history, Moment(0), Moment(1))] == [
        ("person", "appeared", "Ada Lovelace (envoy)"), ("person", "appeared", "Boris Karloff (president)"),
        ("organization", "appeared", "Sylvan Republic"),
        ("meeting", "appeared", WINTER.replace("meeting", "planned meeting")), ("meeting", "appeared", VIENNA),
        ("agreement", "appeared", "Danube Accord (treaty, signed 2021-05-04): Ada Lovelace, Boris Karloff"),
        ("position", "appeared", "Ada Lovelace, envoy, AT"), ("position", "appeared", "Boris Karloff, president, Sylvan Republic")]


@pytest.mark.parametrize("run", range(5))
def test_nothing_changed_since_the_same_run(history: duckdb.DuckDBPyConnection, run: int) -> None:
    assert changes_between(history, Moment(run), Moment(run)) == []


def test_a_changed_column_is_told_with_both_values(history: duckdb.DuckDBPyConnection) -> None:
    assert told(history, 1, 2, "meeting") == [
        Change("meeting", "appeared", "m-geneva", GENEVA),
        Change("meeting", "changed", "m-plan", WINTER, fields=(FieldChange("status", "planned", "held"),))]


def test_a_correction_is_a_change(history: duckdb.DuckDBPyConnection) -> None:
    assert told(history, 1, 2, "organization")[1:] == [
        Change("organization", "changed", "sylvan-republic-hu", "Sylvan Republic",
               fields=(FieldChange("kind", "government", "party"),))]


def test_a_person_taken_for_another_is_merged_and_has_not_vanished(history: duckdb.DuckDBPyConnection) -> None:
    assert told(history, 2, 3, "person") == [
        Change("person", "merged", "eva-lovelace", "Eva Lovelace (envoy)", "ada-lovelace", "Ada Lovelace (envoy)")]
    assert [(each.change, each.label, each.other) for each in told(history, 2, 3, "position")] == [
        ("merged", "Eva Lovelace, envoy, AT", "Ada Lovelace, envoy, AT")]


def test_a_merge_that_is_undone_is_a_split(history: duckdb.DuckDBPyConnection) -> None:
    assert told(history, 3, 4, "person") == [
        Change("person", "split", "eva-lovelace", "Eva Lovelace (envoy)", "ada-lovelace", "Ada Lovelace (envoy)")]
    assert [(each.change, each.label, each.other) for each in told(history, 3, 4, "position")] == [
        ("split", "Eva Lovelace, envoy, AT", "Ada Lovelace, envoy, AT")]
    assert told(history, 2, 4, "person") == []


def test_a_meeting_gains_who_and_what_the_merged_one_had_and_one_that_no_document_tells_has_vanished(
        history: duckdb.DuckDBPyConnection) -> None:
    assert told(history, 2, 3, "meeting") == [
        Change("meeting", "changed", "m-plan", BOTH, fields=(
            FieldChange("participant", None, "Doris Karlson, president, Gothic Republic, HU (host)"),
            FieldChange("place", None, "Geneva"), FieldChange("topic", None, "mounts"))),
        Change("meeting", "merged", "m-geneva", GENEVA, "m-plan", BOTH),
        Change("meeting", "vanished", "m-vienna", VIENNA)]


def test_an_agreement_gains_parties(history: duckdb.DuckDBPyConnection) -> None:
    (changed, merged) = told(history, 2, 3, "agreement")
    assert changed.fields == (FieldChange("party", None, "Doris Karlson, president, Gothic Republic, HU"),)
    assert (merged.change, merged.id, merged.other_id) == ("merged", "a-rhenic", "a-danube")


def test_another_name_of_a_body_is_a_change_of_the_body_only(history: duckdb.DuckDBPyConnection) -> None:
    (renamed, merged) = told(history, 2, 3, "organization")
    assert renamed.fields == (FieldChange("name", "Sylvan Republic", "Gothic Republic"),)
    assert (merged.change, merged.other_id) == ("merged", "sylvan-republic-hu")
    everything = changes_between(history, Moment(2), Moment(3), kinds=[kind for kind in KINDS if kind != "organization"])
    assert not [field for each in everything for field in each.fields if field.before is not None]


def test_a_thing_that_is_new_only_in_its_id_is_told_once(warehouse: duckdb.DuckDBPyConnection) -> None:
    first_run(warehouse)
    with a_run(warehouse, day=1) as run_id:
        pass
    with transaction(warehouse):
        take_for_one(warehouse, run_id, "meeting", "m-vienna", "m-better")
    assert told(warehouse, 1, 2, "meeting") == [Change("meeting", "merged", "m-vienna", VIENNA, "m-better", VIENNA)]


def test_the_variable_of_the_session_is_left_unset(history: duckdb.DuckDBPyConnection) -> None:
    changes_between(history, Moment(1), Moment(2))
    assert history.execute("SELECT getvariable('as_of_run')").fetchone() == (None,)


def test_changes_come_in_the_same_order_every_time(history: duckdb.DuckDBPyConnection) -> None:
    kinds = list(KINDS)
    random.Random(5).shuffle(kinds)
    assert changes_between(history, Moment(0), Moment(3), kinds=kinds) == changes_between(history, Moment(0), Moment(3))
