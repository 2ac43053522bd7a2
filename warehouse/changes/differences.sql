-- What differs between the earlier and the later state: a row for each thing that appeared, vanished, was merged into another or
-- split from it, and for each field of a thing that changed.
WITH vanished AS (
    SELECT earlier.kind, earlier.id, earlier.label, led.survivor_id
    FROM temp.main.earlier_things AS earlier
    ANTI JOIN temp.main.later_things AS later ON later.kind = earlier.kind AND later.id = earlier.id
    LEFT JOIN temp.main.later_led AS led ON led.kind = earlier.kind AND led.id = earlier.id
),
-- A thing that is new only in its id goes on from the first of those that led to it.
continued AS (
    SELECT vanished.kind, min(vanished.id) AS id, vanished.survivor_id
    FROM vanished
    ANTI JOIN temp.main.earlier_things AS earlier ON earlier.kind = vanished.kind AND earlier.id = vanished.survivor_id
    SEMI JOIN temp.main.later_things AS later ON later.kind = vanished.kind AND later.id = vanished.survivor_id
    GROUP BY vanished.kind, vanished.survivor_id
),
earlier AS (
    SELECT part.kind, coalesce(continued.survivor_id, part.id) AS id, part.field, part.member, part.told, part.words
    FROM temp.main.earlier_parts AS part
    LEFT JOIN continued USING (kind, id)
),
altered AS (
    SELECT kind, id, field, member, earlier.words AS before, later.words AS after
    FROM earlier
    FULL JOIN temp.main.later_parts AS later USING (kind, id, field, member)
    WHERE earlier.told IS DISTINCT FROM later.told AND earlier.words IS DISTINCT FROM later.words
),
appeared AS (
    SELECT later.kind, later.id, later.label, led.survivor_id
    FROM temp.main.later_things AS later
    ANTI JOIN temp.main.earlier_things AS earlier ON earlier.kind = later.kind AND earlier.id = later.id
    ANTI JOIN continued ON continued.kind = later.kind AND continued.survivor_id = later.id
    LEFT JOIN temp.main.earlier_led AS led ON led.kind = later.kind AND led.id = later.id
)
SELECT
    appeared.kind,
    CASE WHEN origin.id IS NULL THEN 'appeared' ELSE 'split' END AS change,
    appeared.id,
    appeared.label,
    origin.id AS other_id,
    origin.label AS other,
    NULL AS field,
    NULL AS before,
    NULL AS after
FROM appeared
LEFT JOIN temp.main.earlier_things AS origin ON origin.kind = appeared.kind AND origin.id = appeared.survivor_id
UNION ALL
SELECT
    vanished.kind,
    CASE WHEN survivor.id IS NULL THEN 'vanished' ELSE 'merged' END,
    vanished.id,
    vanished.label,
    survivor.id,
    survivor.label,
    NULL,
    NULL,
    NULL
FROM vanished
LEFT JOIN temp.main.later_things AS survivor ON survivor.kind = vanished.kind AND survivor.id = vanished.survivor_id
UNION ALL
SELECT altered.kind, 'changed', altered.id, thing.label, NULL, NULL, altered.field, altered.before, altered.after
FROM altered
JOIN temp.main.later_things AS thing ON thing.kind = altered.kind AND thing.id = altered.id
ANTI JOIN appeared ON appeared.kind = altered.kind AND appeared.id = altered.id
