-- One row per stretch of text that denotes an entity.
--
-- mention_id: Stable id, made from document, kind and place in the text.
-- entity_kind: person, organization, place or outlet.
-- entity_id: Id of the entity of that kind.
-- document_id: Id of the document.
-- passage_id: Id of the passage.
-- text: The words.
-- char_start: First code point of the words in the text as kept, from 0.
-- char_end: Code point after the last one.
WITH denoted AS (
    SELECT
        mention.*,
        CASE
            WHEN mention.person_id IS NOT NULL THEN 'person'
            WHEN mention.organization_id IS NOT NULL THEN 'organization'
            WHEN mention.place_id IS NOT NULL THEN 'place'
            ELSE 'outlet'
        END AS entity_kind
    FROM main.mentions AS mention
)
SELECT
    concat_ws('-', version.document_id, denoted.entity_kind, denoted.char_start, denoted.char_end) AS mention_id,
    denoted.entity_kind,
    coalesce(person.key, organization.key, place.key, outlet.key) AS entity_id,
    version.document_id,
    concat(version.document_id, '-p', denoted.passage_ordinal) AS passage_id,
    substring(wording.text, denoted.char_start - passage.char_start + 1, denoted.char_end - denoted.char_start) AS text,
    denoted.char_start,
    denoted.char_end
FROM denoted
JOIN resolved.versions AS version USING (version_id)
JOIN main.passages AS passage ON passage.version_id = denoted.version_id AND passage.ordinal = denoted.passage_ordinal
JOIN main.passage_texts AS wording ON wording.version_id = passage.version_id AND wording.ordinal = passage.ordinal
LEFT JOIN resolved.person_accounts AS person_account
    ON person_account.version_id = denoted.version_id AND person_account.account_key = denoted.person_id
LEFT JOIN main.people AS person ON person.person_id = person_account.person_key
LEFT JOIN resolved.organization_accounts AS body
    ON body.version_id = denoted.version_id AND body.account_key = denoted.organization_id
LEFT JOIN main.organizations AS organization ON organization.organization_id = body.organization_key
LEFT JOIN main.places AS place ON place.place_id = denoted.place_id
LEFT JOIN main.outlet_links AS source
    ON source.outlet_id = denoted.outlet_id AND resolved.holds(source.run_id, source.ended_run_id)
LEFT JOIN main.outlets AS outlet ON outlet.outlet_id = coalesce(source.resolved_outlet_id, denoted.outlet_id)
