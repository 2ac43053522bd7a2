"""What the screens share."""
from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest


def screen() -> None:
    """Write which of ten rows the address asks for."""
    import streamlit as st

    from explorer.here import page_of

    rows, skipped = page_of(lambda skipped: range(10)[skipped:skipped + 4])
    st.text(f"{list(rows)} after {skipped}")


@pytest.mark.parametrize(("skip", "shown"), (
    (None, "[0, 1, 2, 3] after 0"), ("8", "[8, 9] after 8"), ("40", "[0, 1, 2, 3] after 0"), ("-3", "[0, 1, 2, 3] after 0"),
))
def test_a_page_past_the_end_is_the_first_one(skip: str | None, shown: str) -> None:
    run = AppTest.from_function(screen, default_timeout=60)
    if skip is not None:
        run.query_params["skip"] = skip
    assert run.run().text[0].value == shown
