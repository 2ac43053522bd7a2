-- One row per thing that a careful reader would question.
--
-- finding_id: Stable id, made from document, kind, place in the text and explanation.
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
    left(
        sha256(concat_ws('|', version.document_id, finding.kind, finding.char_start, finding.char_end, finding.explanation)),
        16
    ) AS finding_id,
    finding.kind,
    finding.severity,
    version.document_id,
    substring(content.text, finding.char_start + 1, finding.char_end - finding.char_start) AS quote,
    finding.char_start,
    finding.char_end,
    finding.explanation,
    finding.reading_a,
    finding.reading_b,
    finding.status,
    finding.decided_at
FROM main.findings AS finding
JOIN resolved.versions AS version USING (version_id)
JOIN main.document_versions AS content ON content.version_id = finding.version_id
