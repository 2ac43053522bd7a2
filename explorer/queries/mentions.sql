-- Who and what is named between two places of the text of a document, with the name that it is known by.
SELECT
    mention.entity_kind,
    mention.entity_id,
    mention.char_start,
    mention.char_end,
    coalesce(person.name, body.name, outlet.name) AS name
FROM reporting.mentions AS mention
LEFT JOIN reporting.people AS person ON mention.entity_kind = 'person' AND person.person_id = mention.entity_id
LEFT JOIN reporting.organizations AS body ON mention.entity_kind = 'organization' AND body.organization_id = mention.entity_id
LEFT JOIN reporting.outlets AS outlet ON mention.entity_kind = 'outlet' AND outlet.outlet_id = mention.entity_id
WHERE mention.document_id = $id AND mention.char_start < $until AND mention.char_end > $since
ORDER BY mention.char_start
