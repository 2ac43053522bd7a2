-- People whose names hold all words, or some of them where their post holds the others; those first whose name is, or begins
-- with, what was asked.
WITH asked AS (
    SELECT folded($words::VARCHAR) AS whole, list_filter(string_split(whole, ' '), lambda word: word <> '') AS words
),
known AS (
    SELECT
        person_name.person_id,
        person_name.name,
        folded(person_name.name) AS folded_name,
        folded(concat_ws(' ', person.current_title, person.current_organization)) AS post
    FROM reporting.person_names AS person_name
    JOIN reporting.people AS person USING (person_id)
),
found AS (
    SELECT
        known.person_id,
        min(CASE
            WHEN known.folded_name = asked.whole THEN 0
            WHEN starts_with(known.folded_name, asked.whole) THEN 1
            WHEN contains(' ' || known.folded_name, ' ' || asked.whole) THEN 2
            WHEN len(list_filter(asked.words, lambda word: NOT contains(known.folded_name, word))) = 0 THEN 3
            ELSE 4
        END) AS rank,
        arg_min(known.name, length(known.name)) AS known_as
    FROM known, asked
    WHERE len(list_filter(asked.words, lambda word: contains(known.folded_name, word))) > 0
        AND len(list_filter(asked.words, lambda word: NOT contains(known.folded_name, word)
                                                  AND NOT contains(' ' || known.post, ' ' || word))) = 0
    GROUP BY known.person_id
)
SELECT
    person.person_id,
    person.name,
    person.current_title,
    person.current_organization,
    person.country_code,
    person.meetings,
    found.known_as,
    count(*) OVER () AS found
FROM found
JOIN reporting.people AS person USING (person_id)
ORDER BY found.rank, person.meetings DESC, person.mentions DESC, person.name
LIMIT $most
