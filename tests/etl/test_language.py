"""Which texts are left out because they are not in English."""
from __future__ import annotations

import pytest

from etl.errors import DocumentRejected
from etl.intake.language import foreign_language
from etl.intake.discover import input_at
from etl.intake.read import read_source

GERMAN = ("Die Ministerin hat am Montag in Oslo mit dem dänischen Außenminister über die Fischerei gesprochen und sich für die "
          "Zusammenarbeit der letzten Jahre bedankt.\n")


@pytest.mark.parametrize(("text", "expected"), [
    (GERMAN, "German"),
    ("La ministra se reunió en Lisboa con el presidente de la República y habló con los pescadores de la costa sobre el precio "
     "del atún en los puertos.", "Spanish"),
    ("Министр иностранных дел встретилась в понедельник в Осло с министром рыболовства Дании.", "Cyrillic script"),
])
def test_a_text_in_another_language_is_told(text, expected):
    assert foreign_language(text) == expected


@pytest.mark.parametrize("text", [
    "On Monday the minister met the Danish foreign minister in Oslo and thanked him for the work of the last years.",
    'The spokesman of the ministry said that "la paix n\'est pas le but de la guerre" and that he had no more to say on it that day.',
    "Oslo, 4 mai",
    "",
])
def test_english_and_what_is_too_short_to_tell_pass(text):
    assert foreign_language(text) is None


def test_the_refusal_names_the_language_and_the_next_step(tmp_path):
    (tmp_path / "brief.txt").write_text(GERMAN, encoding="utf-8")
    with pytest.raises(DocumentRejected, match="German; only English is read: translate it first"):
        read_source(input_at(tmp_path / "brief.txt"))
