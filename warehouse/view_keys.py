"""Which columns of `reporting` tell rows apart, and which lead to another table.

The contract states the grain of each view in words; here it is for programs. A name of a column means the same in every view.
"""
from __future__ import annotations

PRIMARY_KEYS: dict[str, tuple[str, ...]] = {
    "agreement_parties": ("agreement_id", "ordinal"),
    "agreement_tracker": ("agreement_id",),
    "agreements": ("agreement_id",),
    "check_results": ("checked_at", "name"),
    "corrections": ("fact_kind", "fact_id", "field"),
    "countries": ("country_code",),
    "decisions": ("decision_id",),
    "document_summary": ("document_id",),
    "documents": ("document_id",),
    "former_ids": ("kind", "id"),
    "ingest_runs": ("run_id",),
    "matches": ("match_id",),
    "meeting_participants": ("meeting_id", "ordinal"),
    "meeting_places": ("meeting_id", "place_id"),
    "meeting_topics": ("meeting_id", "topic"),
    "meetings": ("meeting_id",),
    "mentions": ("mention_id",),
    "organization_names": ("organization_id", "name"),
    "organizations": ("organization_id",),
    "outlets": ("outlet_id",),
    "passages": ("passage_id",),
    "people": ("person_id",),
    "person_names": ("person_id", "name"),
    "person_positions": ("position_id",),
    "quality_findings": ("finding_id",),
    "rejected_documents": ("uri",),
    "review_queue": ("item_id",),
    "run_counts": ("run_id", "counted"),
    "who_met_whom": ("person_a_id", "person_b_id"),
}
"""The key of each view that has one; a column of it is never NULL."""

REFERENCES: dict[str, str] = {
    "agreement_id": "agreements",
    "country_a": "countries",
    "country_b": "countries",
    "country_code": "countries",
    "document_id": "documents",
    "first_meeting_id": "meetings",
    "last_meeting_id": "meetings",
    "left_document_id": "documents",
    "meeting_id": "meetings",
    "met_id": "people",
    "organization_id": "organizations",
    "outlet_id": "outlets",
    "parent_organization_id": "organizations",
    "part_of_meeting_id": "meetings",
    "passage_id": "passages",
    "person_a_id": "people",
    "person_b_id": "people",
    "person_id": "people",
    "position_id": "person_positions",
    "predecessor_id": "people",
    "recorded_run_id": "ingest_runs",
    "right_document_id": "documents",
    "run_id": "ingest_runs",
    "successor_id": "people",
}
"""The table whose key a column of this name holds, in whatever view it stands."""


def foreign_keys(table: str, columns: list[str]) -> dict[str, tuple[str, str]]:
    """Return the columns of a table that lead elsewhere, each with the table and the column that it leads to."""
    targets = {column: (REFERENCES[column], *PRIMARY_KEYS[REFERENCES[column]]) for column in columns if column in REFERENCES}
    return {column: target for column, target in targets.items() if target != (table, column)}
