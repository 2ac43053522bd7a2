-- One row per state or territory that has a code of its own, present or former.
--
-- country_code: ISO 3166-1 alpha-2 code; the former code of a former state.
-- name: Short English name.
-- official_name: Official English name.
-- capital: Seat of government.
-- is_former: Whether the state no longer exists.
SELECT
    country.country_code,
    country.name,
    country.official_name,
    country.capital,
    country.is_former
FROM main.countries AS country
