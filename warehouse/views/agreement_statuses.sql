-- One row per stretch of time in which one agreement had one status, as far as all documents together show: `day BETWEEN
-- coalesce(valid_from, day) AND coalesce(valid_to, day)` gives the status on a day. A plan reaches nothing; a step without a day
-- counts from the day of its document on; what was suspended or rejected can be taken up again, what was terminated cannot.
--
-- agreement_id: Id of the agreement.
-- status: Status in that time.
-- valid_from: First day; NULL where no document says since when.
-- valid_to: Last day; NULL where it lasts.
SELECT
    agreement.key AS agreement_id,
    stretch.status,
    stretch.valid_from,
    stretch.valid_to
FROM resolved.agreement_statuses AS stretch
JOIN main.agreements AS agreement ON agreement.agreement_id = stretch.agreement_key
