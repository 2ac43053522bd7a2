-- One row per state or territory with a code of its own, present and former.
--
-- country_code: ISO 3166-1 alpha-2 code; the former code of a former state.
-- name: Short English name.
-- is_former: Whether the state no longer exists.
SELECT
    country.country_code,
    country.name,
    country.is_former
FROM main.countries AS country
