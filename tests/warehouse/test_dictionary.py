"""The data dictionary is what the declarations say."""
from __future__ import annotations

from warehouse.dictionary import TARGET, dictionary


def test_the_data_dictionary_is_fresh() -> None:
    assert TARGET.read_text(encoding="utf-8") == dictionary(), "run `python -m warehouse.dictionary`"
