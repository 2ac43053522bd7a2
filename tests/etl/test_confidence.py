"""Who is named and when it was makes a fact sure."""
from __future__ import annotations

from datetime import date

import pytest

from etl.confidence import agreement_confidence, meeting_confidence, shares
from etl.framing.together import TOGETHER
from etl.records import Evidence, Party, Span, When

DAY = When(date(2021, 5, 4), date(2021, 5, 4), "day", "stated", "May 4, 2021")
WEEK = When(date(2021, 5, 3), date(2021, 5, 9), "approximate", "period", "")
UNDATED = When(None, None, "unknown", "none", "")
ADA, BORIS = Party(person_key="ada"), Party(person_key="boris")
ENVOYS, UNION = Party(role="envoys"), Party(organization_key="union")
MET, NAMED = (tuple(Evidence(Span(0, 9), 0, rule=rule) for rule in rules) for rules in (("meet with", TOGETHER), (TOGETHER,)))


@pytest.mark.parametrize(("surer", "less"), [
    (((ADA, BORIS), DAY), ((ADA, ENVOYS), DAY)),
    (((ADA, ENVOYS), DAY), ((ENVOYS,), DAY)),
    (((ADA, UNION), DAY), ((UNION, ENVOYS), DAY)),
    (((ADA, BORIS), DAY), ((ADA, BORIS), WEEK)),
    (((ENVOYS,), DAY), ((ENVOYS,), UNDATED)),
])
def test_a_meeting_that_tells_more_is_surer(surer, less):
    assert 1 > meeting_confidence(*surer, MET) > meeting_confidence(*less, MET) > 0


@pytest.mark.parametrize("when", [DAY, WEEK, UNDATED])
def test_people_who_are_only_named_together_are_less_sure_to_have_met(when):
    assert meeting_confidence((ADA, BORIS), when, MET) > meeting_confidence((ADA, BORIS), when, NAMED)


def test_what_two_signed_is_surer_than_what_only_one_is_told_to_have_signed():
    parties = (Party(country="AT"), Party(country="HU"))
    assert 1 > agreement_confidence(parties, "signed") > agreement_confidence(parties[:1], "signed") > 0


def test_the_share_of_right_ones_is_drawn_to_the_mean_where_little_is_known():
    found = shares({"much": {"told": [195, 5]}, "little": {"told": [0, 2]}})
    assert found["much", "told"] == pytest.approx(0.97, abs=0.01)
    assert 0 < found["little", "told"] < 0.975
