-- One row per fact asked for with the passages that support it, each once with all outlets that it cites.
SELECT
    passage.fact_id,
    list({
        'document_id': passage.document_id,
        'document': passage.document,
        'uri': document.uri,
        'section': passage.section,
        'page': passage.page,
        'quote': passage.quote,
        'char_start': passage.char_start,
        'citations': passage.citations
    } ORDER BY passage.document, passage.document_id, passage.char_start) AS proofs
FROM (
    SELECT
        fact_id,
        document_id,
        document,
        any_value(section) AS section,
        any_value(page) AS page,
        quote,
        char_start,
        coalesce(list(DISTINCT {'outlet': outlet, 'day': outlet_date} ORDER BY {'outlet': outlet, 'day': outlet_date})
            FILTER (outlet IS NOT NULL), []) AS citations
    FROM reporting.evidence
    WHERE fact_kind = $kind AND fact_id IN (SELECT id FROM asked)
    GROUP BY fact_id, document_id, document, quote, char_start
) AS passage
JOIN reporting.documents AS document USING (document_id)
GROUP BY passage.fact_id
