-- What each current document says of each person: all that resolution weighs.
--
-- version_id: Internal key of the version.
-- account_key: Internal key that the account names.
-- document_id: Id of the document.
-- key: Natural key that it gives the person.
-- name: Fullest name that it uses.
-- forms: Names as they stand in the text.
-- country_code: Country that it assigns.
-- posts: Posts that it states: title, id of the body that is meant, country, whether it is a former one.
-- first_day: First day on which it has the person do something, else that of the table rows that name him, else of its period.
-- last_day: Last such day.
-- companions: Names of those whom it has meet the person.
-- died_on: Day of the death, where its words give it.
-- dead_by: Day by which it has the person dead.
-- acted_on: Last day, known to the day, on which it has the person in a meeting that was held.
-- is_prose: Whether the people of the document were told apart while it was read. Rows of a table are not.
WITH taking_part AS (
    SELECT DISTINCT party.version_id, party.meeting_id, party.person_id, account.name
    FROM main.meeting_participants AS party
    JOIN main.person_accounts AS account USING (version_id, person_id)
),
days AS (
    SELECT
        part.version_id,
        part.person_id,
        min(meeting.start_date) AS first_day,
        max(meeting.end_date) AS last_day,
        max(meeting.start_date) FILTER (meeting.status = 'held' AND meeting.date_precision = 'day') AS acted_on
    FROM taking_part AS part
    JOIN main.meeting_accounts AS meeting USING (version_id, meeting_id)
    GROUP BY ALL
),
tabular AS (
    SELECT content.version_id
    FROM main.document_versions AS content
    WHERE content.media_type IN ('text/csv', 'application/jsonl', 'application/vnd.apache.parquet',
                                 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
),
dated AS (
    SELECT piece.version_id, piece.passage_ordinal, coalesce(meeting.start_date, pact.start_date) AS start_date,
        coalesce(meeting.end_date, pact.end_date) AS end_date
    FROM main.evidence AS piece
    JOIN tabular USING (version_id)
    LEFT JOIN main.meeting_accounts AS meeting USING (version_id, meeting_id)
    LEFT JOIN main.agreement_accounts AS pact USING (version_id, agreement_id)
),
in_rows AS (
    SELECT said.version_id, said.person_id, min(dated.start_date) AS first_day, max(dated.end_date) AS last_day
    FROM main.mentions AS said
    JOIN dated USING (version_id, passage_ordinal)
    WHERE said.person_id IS NOT NULL
    GROUP BY ALL
),
beside AS (
    SELECT one.version_id, one.person_id, list_sort(list(DISTINCT other.name)) AS companions
    FROM taking_part AS one
    JOIN taking_part AS other
        ON other.version_id = one.version_id AND other.meeting_id = one.meeting_id AND other.person_id <> one.person_id
    GROUP BY ALL
),
named AS (
    SELECT form.version_id, form.person_id, list(form.form ORDER BY form.form) AS forms
    FROM main.person_forms AS form
    GROUP BY ALL
),
stated AS (
    SELECT DISTINCT
        piece.version_id,
        post.person_id,
        post.title,
        body.key AS organization,
        post.country_code,
        post.is_former
    FROM main.evidence AS piece
    JOIN main.positions AS post USING (position_id)
    LEFT JOIN resolved.organization_accounts AS account
        ON account.version_id = piece.version_id AND account.account_key = post.organization_id
    LEFT JOIN main.organizations AS body ON body.organization_id = account.organization_key
),
posts AS (
    SELECT
        stated.version_id,
        stated.person_id,
        list((stated.title, stated.organization, stated.country_code, stated.is_former) ORDER BY stated.title,
             stated.organization, stated.country_code, stated.is_former) AS posts
    FROM stated
    GROUP BY ALL
)
SELECT
    account.version_id,
    account.person_id AS account_key,
    version.document_id,
    person.key,
    account.name,
    coalesce(named.forms, []) AS forms,
    account.country_code,
    coalesce(posts.posts, []) AS posts,
    coalesce(days.first_day, in_rows.first_day, content.period_start, version.seen_on) AS first_day,
    coalesce(days.last_day, in_rows.last_day, version.seen_on) AS last_day,
    coalesce(beside.companions, []) AS companions,
    CASE WHEN death.is_day THEN death.died_on END AS died_on,
    death.died_on AS dead_by,
    days.acted_on,
    tabular.version_id IS NULL AS is_prose
FROM main.person_accounts AS account
JOIN resolved.versions AS version USING (version_id)
JOIN main.document_versions AS content USING (version_id)
JOIN main.people AS person USING (person_id)
LEFT JOIN tabular USING (version_id)
LEFT JOIN days USING (version_id, person_id)
LEFT JOIN in_rows USING (version_id, person_id)
LEFT JOIN beside USING (version_id, person_id)
LEFT JOIN named USING (version_id, person_id)
LEFT JOIN posts USING (version_id, person_id)
LEFT JOIN main.person_deaths AS death USING (version_id, person_id)
