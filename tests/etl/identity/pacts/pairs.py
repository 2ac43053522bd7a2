"""Pairs of tellings of agreements in two documents, with what a careful reader would do.

Written before the resolver gave anything.
"""
from __future__ import annotations

from .telling import told

MERGE, PROPOSE, APART = "merge", "propose", "apart"
II = ".IR, .IQ"
GAS = "agreement on the export of natural gas"


def pair(expected: str, why: str, a: tuple, b: tuple) -> tuple[str, str, object, object]:
    """Return one row of the table; the tellings are positional arguments and keywords of `told`."""
    (args_a, kw_a), (args_b, kw_b) = a, b
    return expected, why, told("a", *args_a, **kw_a), told("b", *args_b, **kw_b)


def t(*args: str, **kw: str) -> tuple:
    """Return the arguments of a telling."""
    return args, kw


PAIRS = (
    # one and the same step
    pair(MERGE, "signed on one day, same words", t(II, GAS, "signed 2019-05-03"), t(II, GAS, "signed 2019-05-03")),
    pair(MERGE, "signed on one day, other words", t(II, "gas export deal", "signed 2019-05-03"), t(II, GAS, "signed 2019-05-03")),
    pair(MERGE, "signed a day apart", t(II, GAS, "signed 2019-05-03"), t(II, GAS, "signed 2019-05-04")),
    pair(MERGE, "by the ministers of the two states", t(II, GAS, "signed 2019-05-03"),
         t("zangeneh.IR.oil minister, ghadhban.IQ.oil minister", GAS, "signed 2019-05-03")),
    pair(MERGE, "order of the parties", t(II, GAS, "signed 2019-05-03"), t(".IQ, .IR", GAS, "signed 2019-05-03")),
    pair(APART, "another subject on that day", t(II, GAS, "signed 2019-05-03"), t(II, "agreement on visa-free travel", "signed 2019-05-03")),
    pair(APART, "another partner", t(II, GAS, "signed 2019-05-03"), t(".IR, .TR", GAS, "signed 2019-05-03")),
    pair(APART, "other parties", t(II, GAS, "signed 2019-05-03"), t(".QA, .TR", GAS, "signed 2019-05-03")),
    pair(PROPOSE, "the subject is left out", t(II, GAS, "signed 2019-05-03"), t(II, "agreement", "signed 2019-05-03")),
    pair(PROPOSE, "a wider and a narrower subject", t(II, "agreement on gas", "signed 2019-05-03"),
         t(II, "agreement on gas, electricity and water", "signed 2019-05-03")),
    pair(PROPOSE, "one party is left out", t(II, GAS, "signed 2019-05-03"), t(".IR", GAS, "signed 2019-05-03")),
    # through its steps
    pair(MERGE, "negotiated in May, reached in November", t(II, GAS, "negotiating 2019-05-03"), t(II, GAS, "reached 2019-11-10")),
    pair(MERGE, "reached in November, signed in January", t(II, GAS, "reached 2019-11-10"), t(II, GAS, "signed 2020-01-20")),
    pair(MERGE, "signed, then ratified", t(II, GAS, "signed 2020-01-20"), t(II, GAS, "ratified 2020-06-01")),
    pair(MERGE, "to be signed, then signed", t(II, GAS, "+signed 2019-05-03", seen="2019-04-28"), t(II, GAS, "signed 2019-05-03")),
    pair(MERGE, "signed, then suspended", t(II, GAS, "signed 2019-05-03"), t(II, GAS, "suspended 2019-12-01")),
    pair(MERGE, "the same talks in two months", t(II, GAS, "negotiating 2019-05-03"), t(II, GAS, "negotiating 2019-06-20")),
    pair(APART, "negotiated after it was signed", t(II, GAS, "signed 2019-05-03"), t(II, GAS, "negotiating 2020-03-01")),
    pair(APART, "signed again four years later", t(II, GAS, "signed 2019-05-03"), t(II, GAS, "signed 2023-05-03")),
    pair(APART, "talks again eight years later", t(II, GAS, "negotiating 2011-05-03"), t(II, GAS, "negotiating 2019-05-03")),
    pair(APART, "signed after the former one was terminated", t(II, GAS, "terminated 2019-05-03"), t(II, GAS, "signed 2020-02-03")),
    pair(APART, "a plan after it was signed", t(II, GAS, "signed 2019-05-03"), t(II, GAS, "+signed 2021-09-01", seen="2021-08-01")),
    pair(PROPOSE, "reached, signed three years later", t(II, GAS, "reached 2016-05-03"), t(II, GAS, "signed 2019-05-03")),
    pair(MERGE, "long in force", t(".US, .CA", "treaty on boundary waters", "signed 1989-01-11", kind="treaty"),
         t(".US, .CA", "boundary waters treaty", "in_force 2001-05-03", kind="treaty")),
    # kinds
    pair(APART, "a memorandum becomes no treaty", t(II, "memorandum on extradition", "signed 2019-05-03", kind="memorandum"),
         t(II, "treaty on extradition", "signed 2019-05-03", kind="treaty")),
    pair(MERGE, "a treaty called an agreement", t(II, "extradition agreement", "signed 2019-05-03"),
         t(II, "treaty on extradition", "signed 2019-05-03", kind="treaty")),
    pair(APART, "a contract is no declaration", t(II, "contract on gas export", "signed 2019-05-03", kind="contract"),
         t(II, "declaration on gas export", "signed 2019-05-03", kind="declaration")),
    pair(MERGE, "a ceasefire of one day", t("@hamas.PS, .IL", "ceasefire", "reached 2019-05-06", kind="ceasefire"),
         t(".IL, @hamas.PS", "ceasefire agreement", "reached 2019-05-06", kind="ceasefire")),
    pair(APART, "two ceasefires of a year", t("@hamas.PS, .IL", "ceasefire", "reached 2019-05-06", kind="ceasefire"),
         t(".IL, @hamas.PS", "ceasefire", "reached 2019-11-14", kind="ceasefire")),
    # wording
    pair(MERGE, "words of one matter", t(II, "defense cooperation agreement", "signed 2019-05-03"),
         t(II, "agreement on military cooperation", "signed 2019-05-03")),
    pair(MERGE, "the names of the states in the subject", t(II, "Iranian-Iraqi gas export agreement", "signed 2019-05-03"),
         t(II, GAS, "signed 2019-05-03")),
    pair(APART, "protocols of two years", t(II, "2018 protocol on border trade", "signed 2019-05-03"),
         t(II, "2019 protocol on border trade", "signed 2019-05-03")),
    pair(MERGE, "bodies that sign", t("@nioc.IR, @total.FR", "contract on South Pars phase 11", "signed 2017-07-03", kind="contract"),
         t("@total.FR, @nioc.IR", "South Pars phase 11 contract", "signed 2017-07-03", kind="contract")),
    pair(APART, "another phase", t("@nioc.IR, @total.FR", "contract on South Pars phase 11", "signed 2017-07-03", kind="contract"),
         t("@total.FR, @nioc.IR", "contract on South Pars phase 12", "signed 2017-07-03", kind="contract")),
    pair(PROPOSE, "another body of one state", t("@nioc.IR, @total.FR", "contract on South Pars gas", "signed 2017-07-03", kind="contract"),
         t("@pogc.IR, @total.FR", "contract on South Pars gas", "signed 2017-07-03", kind="contract")),
    # a second set, of what bulletins are like
    pair(MERGE, "a ministry for the state", t("@oil-ministry.IR, .IQ", GAS, "signed 2019-05-03"), t(II, GAS, "signed 2019-05-03")),
    pair(MERGE, "planned in one, reported in the other", t(II, GAS, "reached 2019-05-03, +signed 2019-06-01", seen="2019-05-05"),
         t(II, GAS, "signed 2019-06-02")),
    pair(APART, "a ceasefire and the prisoner exchange of that day",
         t("@houthis.YE, .SA", "ceasefire in Hodeida", "reached 2018-12-13", kind="ceasefire"),
         t("@houthis.YE, .SA", "prisoner exchange agreement", "reached 2018-12-13")),
    pair(APART, "ceasefires in two places", t("@houthis.YE, .SA", "ceasefire in Hodeida", "reached 2018-12-13", kind="ceasefire"),
         t("@houthis.YE, .SA", "ceasefire in Taiz", "reached 2018-12-13", kind="ceasefire")),
    pair(MERGE, "five powers, four told", t(".IR, .US, .GB, .FR, .DE", "nuclear deal", "reached 2015-07-14"),
         t(".IR, .US, .GB, .FR", "nuclear agreement", "reached 2015-07-14")),
    pair(MERGE, "left by one of its parties", t(".IR, .US, .GB, .FR, .DE", "nuclear deal", "reached 2015-07-14"),
         t(".IR, .US, .GB, .FR, .DE", "nuclear deal", "terminated 2018-05-08")),
    pair(APART, "ten years between two treaties of a kind", t(".US, .RU", "arms reduction treaty", "signed 1993-01-03", kind="treaty"),
         t(".US, .RU", "arms reduction treaty", "signed 2010-04-08", kind="treaty")),
    pair(APART, "a loan and a trade agreement", t(II, "loan agreement", "signed 2019-05-03"), t(II, "trade agreement", "signed 2019-05-03")),
    pair(MERGE, "the name of the city", t(II, "agreement on the railway from Shalamcheh to Basra", "signed 2019-03-11"),
         t(II, "Shalamcheh-Basra railway agreement", "signed 2019-03-11")),
    pair(PROPOSE, "a railway, in two months", t(II, "railway agreement", "negotiating 2019-03-11"),
         t(II, "agreement on the railway from Shalamcheh to Basra", "signed 2019-05-11")),
    pair(APART, "rejected, and signed with another state", t(II, GAS, "rejected 2019-03-11"), t(".IR, .TR", GAS, "signed 2019-05-11")),
    pair(MERGE, "a day and its month", t(II, GAS, "signed 2019-05-13"), t(II, GAS, "signed 2019-05")),
)
