"""The closed lists of values that columns may hold. `reporting` promises them; adding one is a migration."""
from __future__ import annotations

MEETING_KINDS = ("meeting", "call", "visit", "conference")
MEETING_STATUSES = ("held", "planned", "cancelled", "denied")
AGREEMENT_KINDS = ("treaty", "agreement", "memorandum", "contract", "ceasefire", "declaration", "other")
AGREEMENT_STATUSES = ("proposed", "negotiating", "reached", "signed", "ratified", "in_force", "suspended", "terminated",
                      "rejected")
PASSAGE_KINDS = ("title", "heading", "item", "paragraph", "caption", "furniture")
DATE_PRECISIONS = ("day", "approximate", "month", "unknown")
DATE_BASES = ("stated", "citation", "period", "none")
SIDES = ("host", "visitor", "third_party", "unknown")
ORGANIZATION_KINDS = ("international", "government", "parliament", "armed_forces", "party", "militia", "company", "university",
                      "media", "embassy", "court", "civil_society", "other")
FINDING_KINDS = ("date_conflict", "date_outside_period", "identity_conflict", "deceased_actor", "misspelt_source", "duplicate",
                 "unresolved_role", "other")
FINDING_SEVERITIES = ("info", "warning", "error")
FINDING_STATUSES = ("open", "accepted", "dismissed")
RUN_STATUSES = ("running", "completed", "failed", "cancelled")
COUNTRY_NAME_KINDS = ("name", "demonym")
RELIABILITIES = ("A", "B", "C", "D", "E", "F")
LINK_KINDS = ("person", "organization", "meeting", "agreement")
MATCH_OUTCOMES = ("merged", "proposed")
TERM_ENDS = ("former", "left", "died", "succeeded")
DECISION_KINDS = (*LINK_KINDS, "position", "outlet", "finding")
DECISION_JUDGEMENTS = ("same", "different", "unsure", "accepted", "dismissed", "rejected", "corrected")
CHECK_SEVERITIES = ("error", "warning", "info")
COUNTED = ("documents", "people", "organizations", "meetings", "agreements", "evidence")
