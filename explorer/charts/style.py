"""How all charts look, and how days are given to them."""
from __future__ import annotations

from datetime import date

import altair as alt

from explorer.palette import FAINT, FONT, INK, RULE


def styled(chart: alt.TopLevelMixin, *, height: int) -> alt.TopLevelMixin:
    """Return a chart in the style of the explorer."""
    text = {"labelFontSize": 12, "titleFontSize": 12, "titleColor": FAINT}
    plain = chart.properties(height=height, background="transparent").configure(font=FONT).configure_view(strokeWidth=0)
    return plain.configure_axis(
        labelColor=FAINT, gridColor=RULE, domainColor=RULE, tickColor=RULE, labelLimit=260, **text).configure_legend(
        labelColor=INK, orient="top", titleOrient="left", offset=4, **text)


def local(value: date) -> str:
    """Return a day as charts take it: without a time they would read it in UTC and show the day before, west of Greenwich."""
    return f"{value.isoformat()}T00:00:00"
