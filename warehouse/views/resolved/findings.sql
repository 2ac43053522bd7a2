-- What a careful reader would question in the current documents, with how decisions know it when the text has moved.
--
-- finding_id: Id, made from document, kind and place in the text, or from what contradicts each other.
-- key: Natural key within the document and the words: kind, and which it is of how many of that kind on such words.
-- kind: What kind of doubt.
-- severity: info, warning or error.
-- document_id: Id of the document.
-- quote: The words in question.
-- char_start: First code point of the words in the text as kept, from 0.
-- char_end: Code point after the last one.
-- explanation: What is questionable, in a sentence.
-- reading_a: One reading.
-- reading_b: The other reading.
-- is_derived: Whether several documents together give it.
WITH filled AS (
    SELECT DISTINCT holder.version_id, piece.char_start, piece.char_end, party.role
    FROM main.role_holders AS holder
    JOIN main.meeting_participants AS party
        ON party.version_id = holder.version_id AND party.meeting_id = holder.meeting_id AND party.ordinal = holder.ordinal
    JOIN main.evidence AS piece ON piece.version_id = holder.version_id AND piece.meeting_id = holder.meeting_id
    WHERE resolved.holds(holder.run_id, holder.ended_run_id)
),
found AS (
    SELECT
        left(sha256(concat_ws('|', version.document_id, finding.kind, finding.char_start, finding.char_end)), 16) AS finding_id,
        finding.kind,
        finding.severity,
        version.document_id,
        finding.version_id,
        finding.char_start,
        finding.char_end,
        finding.explanation,
        finding.reading_a,
        finding.reading_b,
        FALSE AS is_derived
    FROM main.findings AS finding
    JOIN resolved.versions AS version USING (version_id)
    ANTI JOIN filled
        ON filled.version_id = finding.version_id AND filled.char_start = finding.char_start
        AND filled.char_end = finding.char_end
        AND filled.role = CASE WHEN finding.kind = 'unresolved_role' THEN finding.reading_a END
    UNION ALL
    SELECT
        finding.finding_id,
        finding.kind,
        finding.severity,
        version.document_id,
        finding.version_id,
        finding.char_start,
        finding.char_end,
        finding.explanation,
        finding.reading_a,
        finding.reading_b,
        TRUE AS is_derived
    FROM main.derived_findings AS finding
    JOIN resolved.versions AS version USING (version_id)
    WHERE resolved.holds(finding.run_id, finding.ended_run_id)
),
quoted AS (
    SELECT
        found.*,
        substring(content.text, found.char_start + 1, found.char_end - found.char_start) AS quote
    FROM found
    JOIN main.document_versions AS content USING (version_id)
)
SELECT
    quoted.finding_id,
    concat(
        CASE WHEN quoted.is_derived THEN 'derived ' END,
        quoted.kind,
        ' ',
        row_number() OVER (
            alike ORDER BY quoted.char_start, quoted.char_end, quoted.reading_a, quoted.reading_b, quoted.finding_id
        ),
        '/',
        count(*) OVER alike
    ) AS key,
    quoted.kind,
    quoted.severity,
    quoted.document_id,
    quoted.quote,
    quoted.char_start,
    quoted.char_end,
    quoted.explanation,
    quoted.reading_a,
    quoted.reading_b,
    quoted.is_derived
FROM quoted
WINDOW alike AS (PARTITION BY quoted.document_id, quoted.is_derived, quoted.kind, quoted.quote)
