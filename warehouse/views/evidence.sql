-- One row per passage that supports one fact, for each source cited.
--
-- fact_kind: meeting, agreement or position.
-- fact_id: Id of the fact: meeting_id, agreement_id, or position_id of person_positions.
-- document_id: Id of the document.
-- document: Title of the document, or its address where it has none.
-- section: Heading of the section.
-- passage_id: Id of the passage.
-- quote: The words, to the character.
-- char_start: First code point of the words in the text as kept, from 0.
-- char_end: Code point after the last one.
-- page: Page that the words begin on.
-- outlet_id: Id of the outlet cited.
-- outlet: Name of the outlet cited.
-- outlet_date: Day on which the outlet reported.
-- extractor: Rule that found the fact here.
-- extractor_version: Version of the extraction.
-- confidence: How sure the extraction is of the fact as this document tells it, 0 to 1; 1 for positions.
-- recorded_at: When the document was loaded, UTC.
-- recorded_run_id: Id of the run that loaded it.
SELECT
    CASE
        WHEN piece.meeting_key IS NOT NULL THEN 'meeting'
        WHEN piece.agreement_key IS NOT NULL THEN 'agreement'
        ELSE 'position'
    END AS fact_kind,
    coalesce(meeting.key, agreement.key, piece.position_id) AS fact_id,
    version.document_id,
    version.document,
    section.heading AS section,
    concat(version.document_id, '-p', piece.passage_ordinal) AS passage_id,
    substring(wording.text, piece.char_start - passage.char_start + 1, piece.char_end - piece.char_start) AS quote,
    piece.char_start,
    piece.char_end,
    coalesce(page.number, passage.page) AS page,
    outlet.outlet_id,
    outlet.name AS outlet,
    piece.outlet_date,
    piece.rule AS extractor,
    version.extractor_version,
    coalesce(meeting_account.confidence, agreement_account.confidence, 1.0::DOUBLE) AS confidence,
    version.loaded_at AS recorded_at,
    concat('run-', version.run_id) AS recorded_run_id
FROM resolved.evidence AS piece
JOIN resolved.versions AS version ON version.version_id = piece.version_id
JOIN main.passages AS passage ON passage.version_id = piece.version_id AND passage.ordinal = piece.passage_ordinal
JOIN main.passage_texts AS wording ON wording.version_id = passage.version_id AND wording.ordinal = passage.ordinal
ASOF LEFT JOIN main.pages AS page ON page.version_id = piece.version_id AND page.char_start <= piece.char_start
JOIN main.sections AS section ON section.version_id = passage.version_id AND section.ordinal = passage.section_ordinal
LEFT JOIN main.meetings AS meeting ON meeting.meeting_id = piece.meeting_key
LEFT JOIN main.agreements AS agreement ON agreement.agreement_id = piece.agreement_key
LEFT JOIN main.meeting_accounts AS meeting_account
    ON meeting_account.version_id = piece.version_id
    AND meeting_account.meeting_id = CASE WHEN piece.meeting_key IS NOT NULL THEN piece.account_key END
LEFT JOIN main.agreement_accounts AS agreement_account
    ON agreement_account.version_id = piece.version_id
    AND agreement_account.agreement_id = CASE WHEN piece.agreement_key IS NOT NULL THEN piece.account_key END
LEFT JOIN resolved.outlets AS outlet ON outlet.outlet_key = piece.outlet_key
