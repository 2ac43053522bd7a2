-- Under which id a thing is shown in the later state.
CREATE OR REPLACE TEMP MACRO current_id(of_kind, given) AS coalesce(
    (SELECT led.survivor_id FROM temp.main.later_led AS led WHERE led.kind = of_kind AND led.id = given), given
);

-- Who a party to a meeting or an agreement is, whatever it is called.
CREATE OR REPLACE TEMP MACRO party_of(person_id, organization_id, role, country_code) AS CASE
    WHEN person_id IS NOT NULL THEN concat('person ', current_id('person', person_id))
    WHEN organization_id IS NOT NULL THEN concat_ws(' ', 'organization', current_id('organization', organization_id), lower(role))
    ELSE concat_ws(' ', country_code, lower(role))
END;

-- A day, or the days between which something lies.
CREATE OR REPLACE TEMP MACRO day_words(first_day, last_day) AS CASE
    WHEN first_day = last_day THEN CAST(first_day AS VARCHAR)
    WHEN coalesce(first_day, last_day) IS NULL THEN 'undated'
    ELSE concat_ws(' to ', first_day, last_day)
END;
