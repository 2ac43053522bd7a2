-- How names are compared: without regard to case, accents, hyphens and apostrophes.
CREATE OR REPLACE TEMP MACRO folded(name) AS
    trim(regexp_replace(regexp_replace(strip_accents(lower(name)), '[-‐‑–_,./]+', ' ', 'g'), '[^\p{L}\p{N} ]', '', 'g'));
