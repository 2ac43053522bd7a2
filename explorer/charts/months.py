"""How many meetings there were, month by month, or year by year where there are many years."""
from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

import altair as alt

from explorer.charts.style import local, styled
from explorer.palette import STATUS
from explorer.words import status

LONG = 6 * 366
"""Days after which years are told apart, not months."""


def unit_of(rows: Sequence[tuple]) -> str:
    """Return what a bar stands for: month or year."""
    months = [row.month for row in rows]
    return "year" if months and (max(months) - min(months)).days > LONG else "month"


def counted(rows: Sequence[tuple], unit: str) -> list[dict[str, object]]:
    """Return the number of meetings of each unit and status."""
    found: Counter[tuple[date, str]] = Counter()
    for row in rows:
        found[row.month.replace(month=1) if unit == "year" else row.month, row.status] += row.meetings
    return [{"when": local(when), "status": status(state), "meetings": number}
            for (when, state), number in sorted(found.items())]


def months_chart(rows: Sequence[tuple]) -> alt.TopLevelMixin:
    """Return meetings by month or year, stacked by status."""
    unit = unit_of(rows)
    states = [state for state in STATUS if any(row.status == state for row in rows)]
    shown = "%Y" if unit == "year" else "%b %Y"
    bars = alt.Chart(alt.Data(values=counted(rows, unit))).mark_bar().encode(
        x=alt.X("when:T", timeUnit="year" if unit == "year" else "yearmonth", title=None,
                axis=alt.Axis(format=shown, labelOverlap=True, grid=False)),
        y=alt.Y("meetings:Q", title="Meetings", axis=alt.Axis(tickMinStep=1, tickCount=5)),
        color=alt.Color("status:N", title=None, scale=alt.Scale(domain=[status(one) for one in states],
                                                               range=[STATUS[one] for one in states])),
        description="meetings:Q",
        tooltip=[alt.Tooltip("when:T", title=unit.capitalize(), format=shown), alt.Tooltip("status:N", title="State"),
                 alt.Tooltip("meetings:Q", title="Meetings")])
    return styled(bars, height=220)
