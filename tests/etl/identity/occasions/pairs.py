"""Pairs of tellings in two documents, with what a careful reader would do: one occasion, ask somebody, or two.

Written before the resolver gave anything.
"""
from __future__ import annotations

from .telling import told

Z, L, C = "zarif.IR.foreign minister", "lavrov.RU.foreign minister", "cavusoglu.TR.foreign minister"
ZL = f"{Z}, {L}"
MERGE, PROPOSE, APART = "merge", "propose", "apart"


def pair(expected: str, why: str, a: tuple, b: tuple) -> tuple[str, str, object, object]:
    """Return one row of the table; the tellings are positional arguments and keywords of `told`."""
    (args_a, kw_a), (args_b, kw_b) = a, b
    return expected, why, told("a", *args_a, **kw_a), told("b", *args_b, **kw_b)


def t(*args: str, **kw: str) -> tuple:
    """Return the arguments of a telling."""
    return args, kw


PAIRS = (
    # people and days
    pair(MERGE, "the same two on the same stated day", t(ZL, "2019-05-03"), t(ZL, "2019-05-03")),
    pair(MERGE, "the same two, same day, same city", t(ZL, "2019-05-03", at="moscow.RU"), t(ZL, "2019-05-03", at="moscow.RU")),
    pair(MERGE, "city inside the state", t(ZL, "2019-05-03", at="geneva.CH"), t(ZL, "2019-05-03", at=".CH")),
    pair(MERGE, "one document leaves out the place", t(ZL, "2019-05-03", at="moscow.RU"), t(ZL, "2019-05-03")),
    pair(MERGE, "order of the parties does not count", t(ZL, "2019-05-03"), t(f"{L}, {Z}", "2019-05-03")),
    pair(MERGE, "a citation the day after", t(ZL, "2019-05-03"), t(ZL, "<2019-05-04")),
    pair(MERGE, "two citations a day apart", t(ZL, "<2019-05-03"), t(ZL, "<2019-05-04")),
    pair(MERGE, "a citation two days after, in one city", t(ZL, "2019-05-03", at="moscow.RU"), t(ZL, "<2019-05-05", at="moscow.RU")),
    pair(PROPOSE, "a citation three days after", t(ZL, "2019-05-03"), t(ZL, "<2019-05-06")),
    pair(APART, "a citation three weeks after", t(ZL, "2019-05-03"), t(ZL, "<2019-05-24")),
    pair(APART, "held three days after the citation", t(ZL, "2019-05-06"), t(ZL, "<2019-05-03")),
    pair(MERGE, "within the week that the document covers", t(ZL, "2019-05-03"), t(ZL, "w2019-05-01")),
    pair(APART, "outside the week that the document covers", t(ZL, "2019-05-13"), t(ZL, "w2019-05-01")),
    pair(PROPOSE, "some day of that month", t(ZL, "2019-05-03"), t(ZL, "2019-05")),
    pair(APART, "another month", t(ZL, "2019-05-03"), t(ZL, "2019-07")),
    pair(MERGE, "about that day, in one city", t(ZL, "2019-05-03", at="moscow.RU"), t(ZL, "~2019-05-04", at="moscow.RU")),
    pair(PROPOSE, "no day, document of the next week", t(ZL, "2019-05-03"), t(ZL, seen="2019-05-09")),
    pair(APART, "no day, document of two years later", t(ZL, "2019-05-03"), t(ZL, seen="2021-05-09")),
    pair(APART, "no day, document from before it", t(ZL, "2019-05-03"), t(ZL, seen="2019-04-20")),
    pair(APART, "twice in a week", t(ZL, "2019-05-03"), t(ZL, "2019-05-08")),
    pair(APART, "on two days running", t(ZL, "2019-05-03"), t(ZL, "2019-05-04")),
    pair(PROPOSE, "on two days running in one city: one may err",
         t(ZL, "2019-05-03", at="moscow.RU"), t(ZL, "2019-05-04", at="moscow.RU")),
    pair(MERGE, "talks of two days and one of these days", t(ZL, "2019-05-03/04"), t(ZL, "2019-05-04")),
    # who
    pair(APART, "one in common, others differ", t(ZL, "2019-05-03"), t(f"{Z}, {C}", "2019-05-03")),
    pair(APART, "nobody in common", t(ZL, "2019-05-03"), t("pompeo.US, raab.GB", "2019-05-03")),
    pair(APART, "two of one side, the other side differs",
         t(f"{Z}, araqchi.IR, {L}", "2019-05-03"), t(f"{Z}, araqchi.IR, wang.CN", "2019-05-03")),
    pair(MERGE, "an aide is told besides", t(ZL, "2019-05-03"), t(f"{ZL}, ryabkov.RU", "2019-05-03")),
    pair(MERGE, "three who meet, all told", t(f"{ZL}, {C}", "2019-05-03"), t(f"{C}, {ZL}", "2019-05-03")),
    pair(PROPOSE, "a third state is told by one only, no place", t(ZL, "2019-05-03"), t(f"{ZL}, {C}", "2019-05-03")),
    pair(MERGE, "a minister by name and by office", t(ZL, "2019-05-03"), t(f"{Z}, .RU.foreign minister", "2019-05-03")),
    pair(MERGE, "wordings of one office", t(f"{Z}, .RU.minister of foreign affairs", "2019-05-03"),
         t(f"{Z}, .RU.foreign minister", "2019-05-03")),
    pair(APART, "a defense minister is no foreign minister", t(ZL, "2019-05-03"), t(f"{Z}, .RU.defense minister", "2019-05-03")),
    pair(APART, "the office of another state", t(ZL, "2019-05-03"), t(f"{Z}, .TR.foreign minister", "2019-05-03")),
    pair(MERGE, "two sole offices, no name", t(".IR.foreign minister, .RU.foreign minister", "2019-05-03"),
         t(".IR.foreign minister, .RU.foreign minister", "2019-05-03")),
    pair(PROPOSE, "a delegation may be led by him", t(ZL, "2019-05-03"), t(f"{Z}, .RU.a delegation", "2019-05-03")),
    pair(MERGE, "a delegation in the same city", t(ZL, "2019-05-03", at="moscow.RU"),
         t(f"{Z}, .RU.a delegation", "2019-05-03", at="moscow.RU")),
    pair(PROPOSE, "two delegations in one city", t(".IR.a delegation, .RU.a delegation", "2019-05-03", at="moscow.RU"),
         t(".IR.officials, .RU.a delegation", "2019-05-03", at="moscow.RU")),
    pair(MERGE, "the same bodies", t("@hamas.PS, @fatah.PS", "2019-05-03"), t("@fatah.PS, @hamas.PS", "2019-05-03")),
    pair(APART, "another body", t("@hamas.PS, @fatah.PS", "2019-05-03"), t("@islamic-jihad.PS, @fatah.PS", "2019-05-03")),
    pair(PROPOSE, "whom he met is not told", t(Z, "2019-05-03", at="moscow.RU"), t(Z, "2019-05-03", at="moscow.RU")),
    pair(APART, "namesakes resolved to two", t("karimi-1.IR, lavrov.RU", "2019-05-03"), t("karimi-2.IR, lavrov.RU", "2019-05-03")),
    # kind
    pair(APART, "a call is no meeting", t(ZL, "2019-05-03", kind="call"), t(ZL, "2019-05-03")),
    pair(APART, "a call the day after a meeting", t(ZL, "2019-05-03"), t(ZL, "2019-05-04", kind="call")),
    pair(MERGE, "one call", t(ZL, "2019-05-03", kind="call"), t(ZL, "<2019-05-04", kind="call")),
    pair(APART, "a visit holds the meeting", t(Z, "2019-05-03", at="moscow.RU", kind="visit"), t(ZL, "2019-05-03", at="moscow.RU")),
    pair(MERGE, "one visit", t(Z, "2019-05-03", at="moscow.RU", kind="visit"), t(Z, "2019-05-03", at=".RU", kind="visit")),
    pair(MERGE, "a visit of three days and its second day",
         t(Z, "2019-05-03/05", at="moscow.RU", kind="visit"), t(Z, "2019-05-04", at="moscow.RU", kind="visit")),
    pair(MERGE, "a visit told with two hosts", t(f"{Z}, {L}", "2019-05-03", at="moscow.RU", kind="visit"),
         t(f"{Z}, putin.RU", "2019-05-03", at="moscow.RU", kind="visit")),
    pair(APART, "two visitors of one host", t(f"{Z}, putin.RU", "2019-05-03", at="moscow.RU", kind="visit"),
         t(f"{C}, putin.RU", "2019-05-03", at="moscow.RU", kind="visit")),
    pair(APART, "visits to two states", t(Z, "2019-05-03", at="moscow.RU", kind="visit"), t(Z, "2019-05-04", at="ankara.TR", kind="visit")),
    pair(APART, "two visits to one state", t(Z, "2019-05-03", at="moscow.RU", kind="visit"), t(Z, "2019-06-13", at="moscow.RU", kind="visit")),
    pair(APART, "a bilateral meeting at a conference",
         t(f"{ZL}, {C}, wang.CN", "2019-02-15", at="munich.DE", kind="conference", title="Munich Security Conference"),
         t(ZL, "2019-02-15", at="munich.DE")),
    pair(MERGE, "one conference, other guests told",
         t(f"{Z}, {L}", "2019-02-15/17", at="munich.DE", kind="conference", title="Munich Security Conference"),
         t(f"{C}, wang.CN", "2019-02-16", at="munich.DE", kind="conference", title="the Munich Security Conference")),
    pair(APART, "two conferences", t(ZL, "2019-02-15", at="munich.DE", kind="conference", title="Munich Security Conference"),
         t(ZL, "2019-02-13", at="warsaw.PL", kind="conference", title="Warsaw Middle East Conference")),
    pair(APART, "two sessions of one series", t(ZL, "2019-02-15", at="baku.AZ", kind="conference", title="14th Session of the Joint Commission"),
         t(ZL, "2019-02-15", at="baku.AZ", kind="conference", title="15th Session of the Joint Commission")),
    # place
    pair(PROPOSE, "the same day in two states: one errs", t(ZL, "2019-05-03", at="geneva.CH"), t(ZL, "2019-05-03", at="vienna.AT")),
    pair(APART, "days vague and states two", t(ZL, "<2019-05-03", at="geneva.CH"), t(ZL, "<2019-05-05", at="vienna.AT")),
    pair(MERGE, "a site of that city", t(ZL, "2019-05-03", at="kremlin.RU"), t(ZL, "2019-05-03", at="moscow.RU")),
    # status
    pair(MERGE, "planned, then held that day", t(ZL, "2019-05-03", status="planned", seen="2019-04-28"), t(ZL, "2019-05-03")),
    pair(PROPOSE, "planned, held a week later", t(ZL, "2019-05-03", at="moscow.RU", status="planned", seen="2019-04-28"),
         t(ZL, "2019-05-10", at="moscow.RU")),
    pair(APART, "planned for half a year later", t(ZL, "2019-11-03", status="planned", seen="2019-05-08"), t(ZL, "2019-05-03")),
    pair(PROPOSE, "cancelled in one, held in the other", t(ZL, "2019-05-03", at="moscow.RU", status="cancelled"),
         t(ZL, "2019-05-03", at="moscow.RU")),
    pair(MERGE, "planned, then cancelled", t(ZL, "2019-05-03", status="planned", seen="2019-04-28"),
         t(ZL, "2019-05-03", status="cancelled")),
    pair(PROPOSE, "told by one, denied by the other", t(ZL, "2019-05-03", at="muscat.OM"), t(ZL, "2019-05-03", at="muscat.OM", status="denied")),
    # a second set, of what bulletins are like
    pair(MERGE, "three of a summit by name, by office and in another order",
         t("rouhani.IR.president, putin.RU.president, erdogan.TR.president", "2018-09-07", at="tehran.IR"),
         t("erdogan.TR, .RU.president, .IR.president", "2018-09-07", at="tehran.IR")),
    pair(APART, "the two of the three meet aside that day",
         t("rouhani.IR.president, putin.RU.president, erdogan.TR.president", "2018-09-07", kind="conference",
           title="Tehran Summit", at="tehran.IR"),
         t("rouhani.IR.president, putin.RU.president", "2018-09-07", at="tehran.IR")),
    pair(MERGE, "a summit without its title in one document",
         t("rouhani.IR.president, putin.RU.president, erdogan.TR.president", "2018-09-07", kind="conference",
           title="Tehran Summit", at="tehran.IR"),
         t("rouhani.IR.president, putin.RU.president, erdogan.TR.president", "2018-09-07", kind="conference", at="tehran.IR")),
    pair(APART, "a call each day of a crisis", t(ZL, "2020-01-03", kind="call"), t(ZL, "2020-01-04", kind="call")),
    pair(APART, "calls cited a week apart", t(ZL, "<2020-01-03", kind="call"), t(ZL, "<2020-01-10", kind="call")),
    pair(APART, "the minister and his deputy meet the same guest that day",
         t(f"{Z}, borrell.ES.foreign minister", "2019-05-03", at="tehran.IR"),
         t("araqchi.IR.deputy foreign minister, borrell.ES.foreign minister", "2019-05-03", at="tehran.IR")),
    pair(MERGE, "within a state: two of one country", t("barzani.IQ, abadi.IQ.prime minister", "2018-01-20", at="baghdad.IQ"),
         t("barzani.IQ, abadi.IQ.prime minister", "<2018-01-21", at="baghdad.IQ")),
    pair(APART, "within a state: another of them", t("barzani.IQ, abadi.IQ.prime minister", "2018-01-20", at="baghdad.IQ"),
         t("barzani.IQ, masum.IQ.president", "2018-01-20", at="baghdad.IQ")),
    pair(MERGE, "a body and its head", t("@hamas.PS, zarif.IR", "2019-05-03", at="doha.QA"),
         t("@hamas.PS, zarif.IR.foreign minister", "<2019-05-04", at=".QA")),
    pair(MERGE, "a visit by its citation", t(Z, "2019-05-03/05", at="moscow.RU", kind="visit"), t(Z, "<2019-05-05", at=".RU", kind="visit")),
    pair(MERGE, "arrival and the day after", t(Z, "2019-05-03", at="moscow.RU", kind="visit"), t(Z, "2019-05-04", at="moscow.RU", kind="visit")),
    pair(PROPOSE, "a visit without a day, in the bulletin of that week",
         t(f"{Z}", "2019-05-03", at="moscow.RU", kind="visit"), t(".IR.a delegation", at="moscow.RU", kind="visit", seen="2019-05-06")),
    pair(MERGE, "a tour and one of its stops", t(Z, "2019-05-03/06", at="moscow.RU, minsk.BY", kind="visit"),
         t(Z, "2019-05-03", at="moscow.RU", kind="visit")),
    pair(APART, "two stops of a tour", t(Z, "2019-05-06", at="minsk.BY", kind="visit"), t(Z, "2019-05-03", at="moscow.RU", kind="visit")),
    pair(MERGE, "planned without a day, then held", t(ZL, "2019-05-03", at="moscow.RU", status="planned", seen="2019-04-28"),
         t(ZL, "2019-05-03", at=".RU")),
    pair(APART, "a next meeting is planned after this one",
         t(ZL, "2019-05-03", at="moscow.RU"), t(ZL, "2019-06-20", at="tehran.IR", status="planned", seen="2019-05-06")),
    pair(APART, "the presidents meet, and the foreign ministers", t(".IR.president, .RU.president", "2019-05-03", at="moscow.RU"),
         t(".IR.foreign minister, .RU.foreign minister", "2019-05-03", at="moscow.RU")),
    pair(PROPOSE, "the week of a bulletin, and a citation at its end", t(f"{Z}, .RU.officials", "w2019-05-01", at="moscow.RU"),
         t(ZL, "<2019-05-07", at="moscow.RU")),
    pair(APART, "the same month of another year", t(ZL, "2018-05"), t(ZL, "2019-05")),
    pair(MERGE, "the state before its successor's name", t("gromyko.SU.foreign minister, shultz.US", "1985-01-07", at="geneva.CH"),
         t(".SU.foreign minister, shultz.US", "1985-01-07", at="geneva.CH")),
)
