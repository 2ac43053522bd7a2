"""What each chart must hold: a query over the published tables, written apart from the datasets that the charts use."""
from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb

from tests.bi.filters import Filters

CHOSEN = (Path(__file__).parent / "chosen.sql").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart shows; `most` is how many rows at most, those with the highest last value."""

    query: str
    most: int | None = None


WITH_PARTY = "FROM meeting JOIN party ON fact_id = meeting_id"
PAIRS = ("FROM meeting JOIN party AS one ON one.fact_id = meeting_id JOIN everyone AS other ON other.fact_id = meeting_id "
         "AND other.ordinal <> one.ordinal WHERE status = 'held'")
SHARE = "count(DISTINCT fact_id) FILTER (source_count = 1) / count(DISTINCT fact_id)"

WHO_MEETS_WHOM = {
    "Meetings": Chart("SELECT count(*) FROM meeting"),
    "People": Chart(f"SELECT count(DISTINCT person) {WITH_PARTY}"),
    "Countries": Chart(f"SELECT count(DISTINCT country) {WITH_PARTY}"),
    "Places": Chart("SELECT count(DISTINCT place) FROM meeting"),
    "Meetings by month": Chart("SELECT month, status, count(*) FROM meeting WHERE month IS NOT NULL GROUP BY ALL"),
    "Who meets most": Chart(f"SELECT person, count(DISTINCT meeting_id) {WITH_PARTY} "
                            "WHERE status = 'held' AND person IS NOT NULL GROUP BY ALL", most=12),
    "Which countries meet": Chart(f"SELECT one.country, other.country, count(DISTINCT meeting_id) {PAIRS} "
                                  "AND one.country <> other.country GROUP BY ALL"),
    "Who met whom": Chart("SELECT least(one.person, other.person), greatest(one.person, other.person), "
                          f"count(DISTINCT meeting_id), min(start_date), max(start_date) {PAIRS} "
                          "AND one.person IS NOT NULL AND other.person IS NOT NULL GROUP BY ALL"),
    # The map knows the states of today only.
    "Where they meet": Chart("SELECT country_code, count(*) FROM meeting JOIN reporting.countries USING (country_code) "
                             "WHERE NOT is_former GROUP BY ALL"),
    "Most frequent places": Chart("SELECT place, count(*) FROM meeting WHERE place IS NOT NULL GROUP BY ALL", most=12),
    "Meetings and the words that say so": Chart(
        "SELECT start_date, kind, status, parties, place, source_count FROM meeting LEFT JOIN called ON fact_id = meeting_id"),
}
AGREEMENTS = {
    "Agreements": Chart("SELECT count(*) FROM agreement"),
    "Steps": Chart("SELECT count(*) FROM step"),
    "With a next step planned": Chart("SELECT count(next_planned) FROM agreement JOIN reporting.agreement_tracker USING "
                                      "(agreement_id)"),
    "Told by one source": Chart("SELECT avg((source_count = 1)::INT) FROM agreement"),
    "Agreements by status": Chart("SELECT replace(status, '_', ' '), count(*) FROM agreement GROUP BY ALL"),
    "Agreements by month": Chart("SELECT month, replace(status, '_', ' '), count(*) FROM agreement WHERE month IS NOT NULL "
                                 "GROUP BY ALL"),
    "Agreements by kind": Chart("SELECT kind, count(*) FROM agreement GROUP BY ALL"),
    "Agreements by country": Chart("SELECT country, count(DISTINCT agreement_id) FROM agreement JOIN party ON fact_id = "
                                   "agreement_id WHERE country IS NOT NULL GROUP BY ALL", most=15),
    "Where each agreement stands": Chart(
        "SELECT agreement.start_date, agreement.kind, agreement.subject, replace(agreement.status, '_', ' '), called.parties, "
        "replace(next_planned, '_', ' '), agreement.source_count FROM agreement JOIN reporting.agreement_tracker USING "
        "(agreement_id) LEFT JOIN called ON fact_id = agreement_id"),
    "Steps, the latest first": Chart(
        "SELECT DISTINCT as_of, replace(step.status, '_', ' '), if(is_planned, 'planned', 'taken'), subject, parties, document "
        "FROM step JOIN reporting.agreements USING (agreement_id) JOIN reporting.document_summary USING (document_id) "
        "LEFT JOIN called ON fact_id = agreement_id"),
}
SOURCES_AND_QUALITY = {
    "Documents read": Chart("SELECT count(*) FROM document"),
    "Rejected inputs": Chart("SELECT count(*) FROM reporting.rejected_documents, asked WHERE in_time(rejected_at) "
                             "AND person IS NULL AND country IS NULL"),
    "Facts told by one source": Chart(f"SELECT {SHARE} FROM told"),
    "Open findings": Chart("SELECT count(*) FROM finding WHERE status = 'open'"),
    "Facts by source": Chart("SELECT outlet, count(DISTINCT fact_id) FROM told WHERE outlet IS NOT NULL GROUP BY ALL", most=15),
    "Facts by month": Chart("SELECT month, fact_kind, count(DISTINCT fact_id) FROM told WHERE month IS NOT NULL GROUP BY ALL"),
    "From event to report": Chart(
        "SELECT CASE WHEN days <= 0 THEN '1. same day' WHEN days = 1 THEN '2. next day' WHEN days <= 7 THEN '3. within a week' "
        "ELSE '4. later' END, count(DISTINCT fact_id) FROM (SELECT fact_id, outlet_date - end_date AS days FROM told) "
        "WHERE days IS NOT NULL GROUP BY ALL"),
    "Facts by number of sources": Chart(
        "SELECT CASE WHEN source_count > 3 THEN '4 or more' WHEN source_count = 1 THEN '1 source' "
        "ELSE concat(source_count, ' sources') END, count(DISTINCT fact_id) FROM told GROUP BY ALL"),
    "Findings by kind": Chart("SELECT replace(kind, '_', ' '), severity, status, count(*) FROM finding GROUP BY ALL"),
    "Documents, rejected ones first": Chart(
        "SELECT 'read', period_start, document, passages, people, meetings, agreements, findings, NULL FROM document "
        "UNION ALL SELECT 'rejected', rejected_at::DATE, uri, NULL, NULL, NULL, NULL, NULL, reason "
        "FROM reporting.rejected_documents, asked WHERE in_time(rejected_at) AND person IS NULL AND country IS NULL"),
    "Findings to look at": Chart("SELECT period_start, replace(kind, '_', ' '), status, explanation, document FROM finding"),
    "Checks of the data, worst first": Chart(
        "SELECT replace(name, '_', ' '), severity, bad_rows, coalesce(bad_rows_before, 0) FROM reporting.check_results "
        "WHERE checked_at = (SELECT max(checked_at) FROM reporting.check_results)"),
}
DASHBOARDS = {"who-meets-whom": WHO_MEETS_WHOM, "agreements": AGREEMENTS, "sources-and-quality": SOURCES_AND_QUALITY}


def expected_rows(published: Path, slug: str, filters: Filters) -> dict[str, list[tuple]]:
    """Return the rows of each chart of a dashboard, by its title; where a chart leaves some out, they are among these."""
    with duckdb.connect(str(published), read_only=True) as connection:
        statements = connection.extract_statements(CHOSEN)
        asked, *others = statements
        connection.execute(asked, asdict(filters))
        for statement in others:
            connection.execute(statement)
        return {title: connection.execute(chart.query).fetchall() for title, chart in DASHBOARDS[slug].items()}
