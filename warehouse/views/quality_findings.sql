-- One row per thing that a careful reader would question. A role whose holder another document names is questioned no longer.
--
-- finding_id: Stable id, made from document, kind and place in the text, or from what contradicts each other.
-- kind: date_conflict, date_outside_period, identity_conflict, deceased_actor, misspelt_source, duplicate,
--   unresolved_role or other.
-- severity: info, warning or error.
-- document_id: Id of the document.
-- quote: The words in question.
-- char_start: First code point of the words in the text as kept, from 0.
-- char_end: Code point after the last one.
-- explanation: What is questionable, in a sentence.
-- reading_a: One reading.
-- reading_b: The other reading.
-- status: open, accepted or dismissed.
-- decided_at: When somebody decided, UTC.
SELECT
    found.finding_id,
    found.kind,
    found.severity,
    found.document_id,
    found.quote,
    found.char_start,
    found.char_end,
    found.explanation,
    found.reading_a,
    found.reading_b,
    coalesce(decision.judgement, 'open') AS status,
    decision.decided_at
FROM resolved.findings AS found
LEFT JOIN resolved.finding_decisions AS decision ON decision.finding_id = found.finding_id
