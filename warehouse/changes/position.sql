-- Posts, in the columns that are compared.
SELECT
    post.position_id AS id,
    concat_ws(', ', post.person, post.title, coalesce(post.organization, post.country_code))
        || CASE WHEN post.is_former THEN ' (former)' ELSE '' END AS label,
    post.title,
    post.country_code,
    post.is_former,
    post.valid_from,
    post.valid_to
FROM temp.main.shown_person_positions AS post
