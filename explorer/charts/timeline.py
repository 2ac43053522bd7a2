"""The meetings of a person on a line of time, a row for each of those whom he met most often."""
from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

import altair as alt

from explorer.charts.style import local, styled
from explorer.links import address
from explorer.palette import STATUS
from explorer.told import meeting_name, party_name, place
from explorer.words import status, when

MOST = 14
OTHERS = "Others"
ALONE = "Nobody else is named"


def points(meetings: Sequence[tuple], *, person: str) -> tuple[list[dict[str, str]], list[str]]:
    """Return a point for each dated meeting and each who took part in it, and the rows from top to bottom."""
    met = {one.meeting_id: [party_name(party) for party in one.parties if party["person_id"] != person] or [ALONE]
           for one in meetings}
    often = Counter(name for names in met.values() for name in names if name != ALONE)
    rows = [name for name, _ in sorted(often.items(), key=lambda item: (-item[1], item[0]))[:MOST]]
    found = []
    for one in meetings:
        first, last = one.start_date or one.end_date, one.end_date or one.start_date
        if first is None:
            continue
        for name in dict.fromkeys(name if name in rows or name == ALONE else OTHERS for name in met[one.meeting_id]):
            found.append({"with": name, "start": local(first), "end": local(last), "status": status(one.status),
                          "what": meeting_name(one), "when": when(one.start_date, one.end_date, one.date_precision),
                          "where": place(one.place, one.country_code) or "Not said",
                          "href": address("meeting", id=one.meeting_id)})
    used = {point["with"] for point in found}
    return found, [name for name in (*rows, OTHERS, ALONE) if name in used]


def timeline_chart(found: Sequence[dict[str, str]], rows: Sequence[str]) -> alt.TopLevelMixin:
    """Return the points, each of which leads to the page of its meeting."""
    states = [state for state in STATUS if any(point["status"] == status(state) for point in found)]
    base = alt.Chart(alt.Data(values=list(found))).encode(
        x=alt.X("start:T", title=None, scale=alt.Scale(nice=True, padding=12),
                axis=alt.Axis(labelOverlap=True, format=_format(found), tickCount=8)),
        y=alt.Y("with:N", title=None, sort=list(rows), axis=alt.Axis(grid=True, ticks=False, domain=False, labelOverlap=False)),
        color=alt.Color("status:N", title=None, scale=alt.Scale(domain=[status(one) for one in states],
                                                               range=[STATUS[one] for one in states])),
        href="href:N", description="what:N",
        tooltip=[alt.Tooltip("what:N", title="What"), alt.Tooltip("when:N", title="When"),
                 alt.Tooltip("where:N", title="Where"), alt.Tooltip("status:N", title="State")])
    spans = base.mark_bar(height=5, opacity=0.5).encode(x2="end:T")
    return styled(alt.layer(spans, base.mark_circle(size=90, opacity=0.85)), height=26 * len(rows) + 80)


def _format(found: Sequence[dict[str, str]]) -> str:
    """Return how exactly days are written below the line: a label stands for itself, with its year."""
    days = sorted(datetime.fromisoformat(point[end]) for point in found for end in ("start", "end"))
    long = (days[-1] - days[0]).days
    return "%-d %b %Y" if long < 60 else "%b %Y" if long < 6 * 366 else "%Y"
