-- Organizations whose names hold all words, those first whose name is, or begins with, what was asked.
WITH asked AS (
    SELECT folded($words::VARCHAR) AS whole, list_filter(string_split(whole, ' '), lambda word: word <> '') AS words
),
found AS (
    SELECT
        known.organization_id,
        min(CASE
            WHEN folded(known.name) = asked.whole THEN 0
            WHEN starts_with(folded(known.name), asked.whole) THEN 1
            WHEN contains(' ' || folded(known.name), ' ' || asked.whole) THEN 2
            ELSE 3
        END) AS rank,
        arg_min(known.name, length(known.name)) AS known_as
    FROM reporting.organization_names AS known, asked
    WHERE len(asked.words) > 0 AND len(list_filter(asked.words, lambda word: NOT contains(folded(known.name), word))) = 0
    GROUP BY known.organization_id
)
SELECT
    body.organization_id,
    body.name,
    body.kind,
    body.country_code,
    body.meetings,
    body.mentions,
    found.known_as,
    count(*) OVER () AS found
FROM found
JOIN reporting.organizations AS body USING (organization_id)
ORDER BY found.rank, body.meetings DESC, body.mentions DESC, body.name
LIMIT $most
