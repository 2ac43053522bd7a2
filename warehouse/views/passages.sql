-- One row per passage: a block of the text of a document, such as an item, a paragraph or a caption.
--
-- passage_id: Id of the passage.
-- document_id: Id of the document.
-- document: Title of the document, or its address where it has none.
-- ordinal: Position in the document, from 0.
-- section: Heading of the section.
-- kind: title, heading, item, paragraph, caption or furniture.
-- text: The words.
-- char_start: First code point of the words in the text as kept, from 0.
-- char_end: Code point after the last one.
-- page: Page that it begins on.
SELECT
    concat(version.document_id, '-p', passage.ordinal) AS passage_id,
    version.document_id,
    version.document,
    passage.ordinal,
    section.heading AS section,
    passage.kind,
    wording.text,
    passage.char_start,
    passage.char_end,
    passage.page
FROM resolved.versions AS version
JOIN main.passages AS passage ON passage.version_id = version.version_id
JOIN main.passage_texts AS wording ON wording.version_id = passage.version_id AND wording.ordinal = passage.ordinal
JOIN main.sections AS section ON section.version_id = passage.version_id AND section.ordinal = passage.section_ordinal
