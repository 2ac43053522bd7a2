"""The order in which the lines of a page are read."""
from __future__ import annotations

from etl.formats.pdf_lines import Line
from etl.formats.pdf_order import flows_of
from tests.etl.formats.print_pages import line

PROSE = "These are the words of a line of prose"


def column(name: str, x0: float, count: int, top: float = 700) -> list[Line]:
    """Return lines one below the other."""
    return [line(f"{name}{i} {PROSE}", top - 14 * i, x0=x0) for i in range(count)]


def order(*lines: Line) -> list[str]:
    """Return the first words of the lines as they are read."""
    return [one.text.split()[0] for flow in flows_of([list(lines)]) for one in flow]


def test_columns_are_read_one_after_the_other() -> None:
    left, right = column("a", 50, 6), column("b", 320, 6)
    told = [f"a{i}" for i in range(6)] + [f"b{i}" for i in range(6)]
    assert order(*left, *right) == told
    assert order(*(one for pair in zip(left, right, strict=True) for one in pair)) == told


def test_a_line_across_the_columns_divides_them() -> None:
    across = line("across " + PROSE + " " + PROSE, 630)
    found = order(*column("a", 50, 4), *column("b", 320, 4), across, *column("c", 50, 4, 600), *column("d", 320, 4, 600))
    above, below = ([f"{name}{i}" for name in names for i in range(4)] for names in ("ab", "cd"))
    assert found == [*above, "across", *below]


def test_a_short_column_stands_where_those_of_other_pages_do() -> None:
    first = [*column("a", 50, 6), *column("b", 320, 6)]
    last = [*column("c", 50, 6), *column("d", 320, 1)]
    assert [one.text.split()[0] for flow in flows_of([first, last]) for one in flow][-2:] == ["c5", "d0"]


def test_the_rows_of_a_table_stay_rows() -> None:
    cells = [line(words, 700 - 20 * row, x0=x0) for row in range(6) for x0, words in ((50, f"May{row}"), (300, f"Berlin{row}"))]
    assert order(*cells) == [name for row in range(6) for name in (f"May{row}", f"Berlin{row}")]


def test_lines_drawn_in_any_order_are_read_from_top_to_bottom() -> None:
    lines = column("a", 50, 5)
    assert order(lines[3], lines[0], lines[4], lines[2], lines[1]) == [f"a{i}" for i in range(5)]


def test_no_lines_make_no_columns() -> None:
    assert flows_of([[]]) == []
