"""The reference of the command line is what the commands say of themselves."""
from __future__ import annotations

from rapporteur.reference import TARGET, reference


def test_the_reference_is_fresh() -> None:
    assert TARGET.read_text(encoding="utf-8") == reference(), "run `make docs`"
