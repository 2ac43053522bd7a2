-- Who is told to be in which post on which day: as a party to a dated meeting that was held, and as the words state posts.
--
-- version_id: Internal key of the version.
-- document_id: Id of the document.
-- person: Id of the person who is meant.
-- title: Title as stated.
-- organization: Id of the body that is meant.
-- country_code: Country that the post serves, or that the party acts for.
-- person_country: Country that the document assigns the person to.
-- is_former: Whether the text calls it a former post.
-- first_day: First day on which the document has the person in it: of the meeting, else of the sources cited, else of its
--   period; NULL where that is longer than a month.
-- last_day: Last such day.
-- is_stated: Whether the words state the day.
-- position_account: Internal key of the stated post, as the document has it; NULL for a party to a meeting.
-- char_start: First code point of the words that say so.
-- char_end: Code point after the last one.
WITH words AS (
    SELECT
        piece.version_id,
        piece.meeting_id,
        piece.position_id,
        min(piece.char_start) AS char_start,
        arg_min(piece.char_end, (piece.char_start, piece.char_end)) AS char_end
    FROM main.evidence AS piece
    WHERE piece.agreement_id IS NULL
    GROUP BY ALL
),
days AS (
    SELECT
        link.version_id,
        link.account_key,
        meeting.start_date,
        meeting.end_date,
        meeting.date_basis = 'stated' AND meeting.date_precision = 'day' AS is_stated,
        words.char_start,
        words.char_end
    FROM resolved.meeting_links AS link
    JOIN main.meeting_accounts AS meeting ON meeting.version_id = link.version_id AND meeting.meeting_id = link.account_key
    JOIN resolved.versions AS version ON version.version_id = link.version_id
    JOIN words ON words.version_id = link.version_id AND words.meeting_id = link.account_key
    WHERE meeting.status = 'held' AND meeting.end_date - meeting.start_date <= 31
        AND (version.seen_on IS NULL OR meeting.start_date <= version.seen_on)
),
cited AS (
    SELECT piece.version_id, piece.position_id, min(citation.reported_on) AS first_day, max(citation.reported_on) AS last_day
    FROM main.evidence AS piece
    JOIN main.citations AS citation ON citation.version_id = piece.version_id AND citation.ordinal = piece.citation_ordinal
    WHERE piece.position_id IS NOT NULL
    GROUP BY ALL
),
told AS (
    SELECT
        party.version_id,
        party.person_id,
        party.role AS title,
        party.organization_id,
        party.country_code,
        false AS is_former,
        days.start_date AS first_day,
        days.end_date AS last_day,
        days.is_stated,
        min(days.char_start) AS char_start,
        arg_min(days.char_end, (days.char_start, days.char_end)) AS char_end
    FROM main.meeting_participants AS party
    JOIN days ON days.version_id = party.version_id AND days.account_key = party.meeting_id
    WHERE party.person_id IS NOT NULL AND party.role IS NOT NULL
    GROUP BY ALL
)
SELECT
    told.version_id,
    version.document_id,
    meant.key AS person,
    told.title,
    body.key AS organization,
    told.country_code,
    person.country_code AS person_country,
    told.is_former,
    told.first_day,
    told.last_day,
    told.is_stated,
    NULL AS position_account,
    told.char_start,
    told.char_end
FROM told
JOIN resolved.versions AS version USING (version_id)
JOIN resolved.person_accounts AS person ON person.version_id = told.version_id AND person.account_key = told.person_id
JOIN main.people AS meant ON meant.person_id = person.person_key
LEFT JOIN resolved.organization_accounts AS account
    ON account.version_id = told.version_id AND account.account_key = told.organization_id
LEFT JOIN main.organizations AS body ON body.organization_id = account.organization_key
UNION ALL
SELECT
    post.version_id,
    version.document_id,
    meant.key,
    post.title,
    body.key,
    post.country_code,
    person.country_code,
    post.is_former,
    CASE
        WHEN cited.last_day - cited.first_day <= 31 THEN cited.first_day
        WHEN post.seen_on - coalesce(content.period_start, post.seen_on) <= 31 THEN coalesce(content.period_start, post.seen_on)
    END,
    CASE
        WHEN cited.last_day - cited.first_day <= 31 THEN cited.last_day
        WHEN post.seen_on - coalesce(content.period_start, post.seen_on) <= 31 THEN post.seen_on
    END,
    false,
    post.account_key,
    words.char_start,
    words.char_end
FROM resolved.positions AS post
JOIN resolved.versions AS version USING (version_id)
JOIN main.document_versions AS content USING (version_id)
JOIN words ON words.version_id = post.version_id AND words.position_id = post.account_key
JOIN main.positions AS stated ON stated.position_id = post.account_key
JOIN resolved.person_accounts AS person ON person.version_id = post.version_id AND person.account_key = stated.person_id
JOIN main.people AS meant ON meant.person_id = person.person_key
LEFT JOIN main.organizations AS body ON body.organization_id = post.organization_key
LEFT JOIN cited ON cited.version_id = post.version_id AND cited.position_id = post.account_key
