-- One row per stretch of time in which one agreement had one status, by the steps that all documents report. A plan reaches
-- nothing; a step without a day counts from the day of its document on. What was suspended or rejected can be taken up again,
-- what was terminated cannot.
--
-- agreement_key: Internal key of the agreement.
-- status: Status in that time.
-- valid_from: First day; NULL where no document says since when.
-- valid_to: Last day; NULL where it lasts.
WITH reported AS (
    SELECT
        link.agreement_key,
        step.status,
        coalesce(step.end_date, step.start_date, version.seen_on) AS known_on
    FROM main.agreement_steps AS step
    JOIN resolved.agreement_links AS link
        ON link.version_id = step.version_id AND link.account_key = step.agreement_id
    JOIN resolved.versions AS version ON version.version_id = step.version_id
    WHERE NOT step.is_planned
    UNION ALL
    SELECT link.agreement_key, account.status, coalesce(account.end_date, account.start_date, version.seen_on)
    FROM main.agreement_accounts AS account
    JOIN resolved.agreement_links AS link
        ON link.version_id = account.version_id AND link.account_key = account.agreement_id
    JOIN resolved.versions AS version ON version.version_id = account.version_id
    ANTI JOIN main.agreement_steps AS step
        ON step.version_id = account.version_id AND step.agreement_id = account.agreement_id
),
ranked AS (
    SELECT DISTINCT
        reported.agreement_key,
        reported.status,
        reported.known_on,
        list_position(['proposed', 'negotiating', 'reached', 'signed', 'ratified', 'in_force'], reported.status) AS reach
    FROM reported
),
broken AS (
    SELECT
        *,
        count(*) FILTER (ranked.reach IS NULL) OVER so_far AS breaks,
        bool_or(ranked.status = 'terminated') OVER so_far AS is_over
    FROM ranked
    WINDOW so_far AS (
        PARTITION BY ranked.agreement_key ORDER BY ranked.known_on NULLS FIRST, ranked.reach NULLS LAST, ranked.status
    )
),
derived AS (
    SELECT
        broken.agreement_key,
        broken.known_on,
        broken.reach,
        broken.status AS step,
        CASE
            WHEN broken.is_over THEN 'terminated'
            ELSE coalesce(
                ['proposed', 'negotiating', 'reached', 'signed', 'ratified', 'in_force'][
                    max(broken.reach) FILTER (broken.breaks = 0 OR broken.reach >= 3) OVER since_break],
                max(broken.status) FILTER (broken.reach IS NULL) OVER since_break)
        END AS status
    FROM broken
    WINDOW since_break AS (
        PARTITION BY broken.agreement_key, broken.breaks
        ORDER BY broken.known_on NULLS FIRST, broken.reach NULLS FIRST, broken.status
    )
),
daily AS (
    SELECT *
    FROM derived
    QUALIFY row_number() OVER (
        PARTITION BY derived.agreement_key, derived.known_on ORDER BY derived.reach DESC NULLS FIRST, derived.step DESC) = 1
),
changed AS (
    SELECT *
    FROM daily
    QUALIFY daily.status IS DISTINCT FROM
        lag(daily.status) OVER (PARTITION BY daily.agreement_key ORDER BY daily.known_on NULLS FIRST)
)
SELECT
    changed.agreement_key,
    changed.status,
    changed.known_on AS valid_from,
    lead(changed.known_on) OVER (PARTITION BY changed.agreement_key ORDER BY changed.known_on NULLS FIRST) - 1 AS valid_to
FROM changed
