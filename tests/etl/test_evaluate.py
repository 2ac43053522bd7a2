"""The report over a folder of labelled documents, and the stage that lost a record."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from etl.evaluation.evaluate import Report, evaluate
from etl.evaluation.labels import UnusableLabels, labelled, read_labels
from etl.evaluation.losses import STAGES, occurrences
from etl.knowledge import load_knowledge

TEXT = "Weekly Note\n\nMay 3, 2021 - May 9, 2021\n\nKenyan Foreign Minister Joan Banda met with Norwegian Prime Minister Kari Holm in Oslo on May 4. Holm praised the old bridge over the fjord.\n"
BANDA = {"id": "p1", "name": "Joan Banda", "names": ["Joan Banda"], "positions": [], "required": True}
HOLM = {"id": "p2", "name": "Kari Holm", "names": ["Kari Holm"], "positions": [], "required": True}
MET = "Kenyan Foreign Minister Joan Banda met with Norwegian Prime Minister Kari Holm in Oslo on May 4."
PRAISED = "Holm praised the old bridge over the fjord."


def a_meeting(quote: str = MET, *, day: str = "2021-05-04", parties: tuple[str, ...] = ("p1", "p2"),
              kind: str = "meeting") -> dict:
    """Return the label of a meeting."""
    return {"id": "m1", "kind": kind, "status": "held", "date": {"start": day, "end": day, "precision": "day",
        "stated": "May 4"}, "places": ["Oslo"], "countries": ["NO"],
            "participants": [{"person": p} for p in parties], "topics": [], "sources": [], "evidence": [quote],
            "required": True}


def folder_with(tmp_path: Path, meetings: list[dict], people: list[dict] | None = None,
                organizations: list[dict] | None = None) -> Path:
    """Write one labelled document and return its folder."""
    labels = {"document": {}, "people": people or [BANDA, HOLM], "organizations": organizations or [], "meetings": meetings,
              "agreements": [], "findings": []}
    (tmp_path / "note--one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "note--one.gold.json").write_text(json.dumps(labels), encoding="utf-8")
    return tmp_path


def report_on(folder: Path) -> Report:
    """Return the report on a folder."""
    return evaluate(folder, load_knowledge())


def lost(report: Report) -> list[tuple[str, str, str]]:
    """Return section, verdict and stage of each loss."""
    return [(x.section, x.verdict, x.stage) for x in report.losses()]


def test_a_document_read_right_loses_nothing(tmp_path):
    report = report_on(folder_with(tmp_path, [a_meeting()]))
    assert lost(report) == []
    assert report.as_dict()["total"]["meetings"]["exact"] == 1.0


@pytest.mark.parametrize(("meeting", "loss"), [
    (a_meeting(day="2021-05-08"), ("meetings", "partly", "slot")),
    (a_meeting(parties=("p1", "p2", "p3")), ("meetings", "partly", "participant")),
])
def test_a_fact_found_in_part_names_the_stage(tmp_path, meeting, loss):
    moss = {**BANDA, "id": "p3", "name": "Bjarke Moss", "names": ["Bjarke Moss"], "required": False}
    assert lost(report_on(folder_with(tmp_path, [meeting], [BANDA, HOLM, moss]))) == [loss]


def test_a_sentence_without_a_frame_is_lost_at_the_trigger(tmp_path):
    report = report_on(folder_with(tmp_path, [a_meeting(), {**a_meeting(PRAISED, parties=("p2",)), "id": "m2"}]))
    assert lost(report) == [("meetings", "missed", "trigger")]


def test_a_found_record_without_label_is_extra(tmp_path):
    assert lost(report_on(folder_with(tmp_path, []))) == [("meetings", "extra", "extra")]


def test_a_name_that_nothing_touches_is_lost_at_spotting_and_a_known_stretch_at_linking(tmp_path):
    bridge = {"id": "o1", "name": "old bridge", "names": ["old bridge"], "country": None, "required": True}
    other = {"id": "o2", "name": "Kari Holm in Oslo", "names": ["Kari Holm in Oslo"], "country": None, "required": True}
    assert lost(report_on(folder_with(tmp_path, [a_meeting()], organizations=[bridge, other]))) == [("organizations", "missed",
        "spot"), ("organizations", "missed", "link")]


def test_the_table_shows_styles_totals_and_stages(tmp_path):
    table = report_on(folder_with(tmp_path, [a_meeting(day="2021-05-08")])).table()
    assert [line.split()[0] for line in table.splitlines() if line] == [
        "F1", "note", "total", "precision", "recall", "f1", "right", "extra", "missed", "exact", "parties", "date", "place",
        "status", "kind", "source", "grounding", "lost", "partly"]
    assert table.splitlines()[-1].split() == ["partly", "slot", ".", ".", "1", "."]


def test_the_report_as_values_is_json(tmp_path):
    report = report_on(folder_with(tmp_path, [a_meeting(day="2021-05-08")]))
    values = json.loads(json.dumps(report.as_dict()))
    assert set(values) == {"total", "styles", "documents", "stages", "losses"}
    assert values["stages"]["meetings"] == {"partly/slot": 1}
    assert values["losses"][0]["faults"] == ["date"]
    assert values["losses"][0]["stage"] in STAGES


def test_a_folder_without_labels_is_refused_with_the_next_step(tmp_path):
    with pytest.raises(UnusableLabels, match="name a folder"):
        report_on(tmp_path)


@pytest.mark.parametrize(("content", "message"), [("{", "Expecting"), ("{}", "lack the field 'people'"), ("[]", "list")])
def test_labels_out_of_shape_are_refused_with_their_file(tmp_path, content, message):
    path = tmp_path / "note--one.gold.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UnusableLabels, match=message) as refused:
        read_labels(path)
    assert "note--one" in str(refused.value)


def test_a_label_file_without_its_text_is_left_out(tmp_path):
    folder = folder_with(tmp_path, [])
    (folder / "note--two.gold.json").write_text("{}", encoding="utf-8")
    assert [text.name for text, _ in labelled(folder)] == ["note--one.txt"]


def test_words_are_found_across_line_breaks():
    text = "He met\n  the king, and later met the\nking."
    assert [s.of(text) for s in occurrences("met the king", text)] == ["met\n  the king", "met the\nking"]
    assert list(occurrences("", text)) == []
