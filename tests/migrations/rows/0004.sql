-- A warehouse as the program of revision 0004 left it: two documents, one of them replaced by a run that was killed before it
-- could sweep the old version. Written by that program's own loader from the hand-made extractions of its tests.

INSERT INTO agreements (agreement_id, key) VALUES
    (1, 'a-danube');

INSERT INTO countries (country_code, name, official_name, capital, is_former) VALUES
    ('AT', 'Austria', 'Republic of Austria', 'Vienna', false),
    ('HU', 'Hungary', NULL, 'Budapest', false),
    ('SU', 'Soviet Union', 'Union of Soviet Socialist Republics', 'Moscow', true);

INSERT INTO documents (document_id, key, uri) VALUES
    (1, 'be0b77c6d3777b86', 'file:///note.txt'),
    (2, '2d8a70d6dadfd74a', 'file:///plan.txt');

INSERT INTO fetches (uri, etag, last_modified, sha256, fetched_at) VALUES
    ('https://news.example/', '"1"', NULL, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', TIMESTAMP '2026-01-03 08:00:00');

INSERT INTO ingest_runs (run_id, started_at, finished_at, status, documents_seen, documents_loaded, documents_replaced, documents_skipped, documents_rejected, extractor_version, flow_run) VALUES
    (1, TIMESTAMP '2026-01-02 08:00:00', TIMESTAMP '2026-01-02 08:00:00', 'completed', 2, 2, 0, 0, 0, '1', NULL),
    (2, TIMESTAMP '2026-01-03 08:00:00', NULL, 'running', 0, 0, 0, 0, 0, '1', 'ingest notes');

INSERT INTO meetings (meeting_id, key) VALUES
    (1, 'm-vienna'),
    (2, 'm-plan'),
    (3, 'm-held');

INSERT INTO organizations (organization_id, key) VALUES
    (1, 'foreign-ministry-at'),
    (2, 'government-of-austria-at'),
    (3, 'river-league'),
    (4, 'sylvan-republic-hu');

INSERT INTO outlets (outlet_id, key, name) VALUES
    (1, 'river-news', 'River News');

INSERT INTO people (person_id, key) VALUES
    (1, 'ada-lovelace'),
    (2, 'boris-karloff');

INSERT INTO country_names (country_code, kind, name) VALUES
    ('AT', 'demonym', 'Austrian'),
    ('AT', 'demonym', 'Austrians'),
    ('AT', 'name', 'Austria'),
    ('AT', 'name', 'Republic of Austria'),
    ('HU', 'demonym', 'Hungarian'),
    ('HU', 'demonym', 'Hungarians'),
    ('HU', 'name', 'Hungary'),
    ('SU', 'demonym', 'Soviet'),
    ('SU', 'name', 'Soviet Union'),
    ('SU', 'name', 'USSR');

INSERT INTO document_versions (version_id, document_id, is_current, sha256, media_type, language, title, series, publisher, period_start, period_end, published_on, text, extractor_version, run_id, loaded_at) VALUES
    (1, 1, true, '4d8de5e1424910208618fab568f0ec80a550ae8c0521a82672f008e48efd8161', 'text/plain', 'en', 'Weekly Note', 'Notes', 'The Press', DATE '2021-05-03', DATE '2021-05-09', NULL, concat('Weekly Note', chr(10), 'Ada Lovelace, the envoy of Freedonia, met Sylvan president Boris Karloff in Vienna on May 4, 2021, to talk about rivers.', chr(10), 'Both signed the Danube Accord the same day. (River News, May 5, 2021)', chr(10), ''), '1', 1, TIMESTAMP '2026-01-02 08:00:00'),
    (2, 2, false, '788742914a544b2ad1ce6b8a3b13b7780cb6acea33f7edd5efe0dbfc90523775', 'text/plain', 'en', 'Weekly Note', 'Notes', 'The Press', DATE '2021-05-03', DATE '2021-05-09', NULL, concat('Plans. Weekly Note', chr(10), 'Ada Lovelace, the envoy of Freedonia, met Sylvan president Boris Karloff in Vienna on May 4, 2021, to talk about rivers.', chr(10), 'Both signed the Danube Accord the same day. (River News, May 5, 2021)', chr(10), ''), '1', 1, TIMESTAMP '2026-01-02 08:00:00'),
    (3, 2, true, '5bcc434b847ead233057c506188e7bfa2d620b215c252d6e5fa531d50144ada5', 'text/plain', 'en', 'Weekly Note', 'Notes', 'The Press', DATE '2021-05-03', DATE '2021-05-09', NULL, concat('Held. Weekly Note', chr(10), 'Ada Lovelace, the envoy of Freedonia, met Sylvan president Boris Karloff in Vienna on May 4, 2021, to talk about rivers.', chr(10), 'Both signed the Danube Accord the same day. (River News, May 5, 2021)', chr(10), ''), '1', 2, TIMESTAMP '2026-01-03 08:00:00');

INSERT INTO organization_names (organization_id, name) VALUES
    (1, 'Foreign Ministry'),
    (1, 'MFA'),
    (2, 'Government of Austria'),
    (3, 'RL'),
    (3, 'River League');

INSERT INTO organization_profiles (organization_id, name, kind, country_code, parent_organization_id, description) VALUES
    (1, 'Foreign Ministry', 'government', 'AT', 2, 'Foreign affairs'),
    (2, 'Government of Austria', 'government', 'AT', NULL, 'The government'),
    (3, 'River League', 'international', NULL, NULL, 'States on the river');

INSERT INTO outlet_names (outlet_id, name) VALUES
    (1, 'River News'),
    (1, 'The River News');

INSERT INTO outlet_profiles (outlet_id, name, country_code, kind, reliability) VALUES
    (1, 'River News', 'AT', 'newspaper', 'B');

INSERT INTO places (place_id, key, name, country_code) VALUES
    (1, 'vienna-at', 'Vienna', 'AT'),
    (2, 'budapest-hu', 'Budapest', 'HU');

INSERT INTO positions (position_id, key, person_id, title, organization_id, country_code, is_former, valid_from, valid_to) VALUES
    (1, 'bdda8c368bd955c1', 2, 'president', 4, 'HU', false, NULL, NULL),
    (2, '31241b20fa3c58a1', 1, 'envoy', NULL, 'AT', false, NULL, NULL);

INSERT INTO rejected_documents (rejection_id, uri, sha256, reason, detail, run_id, rejected_at) VALUES
    (1, 'file:///broken.txt', NULL, 'empty', 'is empty', 2, TIMESTAMP '2026-01-03 08:00:00');

INSERT INTO agreement_accounts (version_id, agreement_id, kind, subject, status, start_date, end_date, date_precision, date_basis, date_stated, confidence) VALUES
    (1, 1, 'treaty', 'Danube Accord', 'signed', DATE '2021-05-04', DATE '2021-05-04', 'day', 'stated', 'May 4, 2021', 1.0),
    (2, 1, 'treaty', 'Danube Accord', 'signed', DATE '2021-05-04', DATE '2021-05-04', 'day', 'stated', 'May 4, 2021', 1.0),
    (3, 1, 'treaty', 'Danube Accord', 'signed', DATE '2021-05-04', DATE '2021-05-04', 'day', 'stated', 'May 4, 2021', 1.0);

INSERT INTO citations (version_id, ordinal, outlet_id, reported_on, char_start, char_end) VALUES
    (1, 0, 1, DATE '2021-05-05', 178, 188),
    (2, 0, 1, DATE '2021-05-05', 185, 195),
    (3, 0, 1, DATE '2021-05-05', 184, 194);

INSERT INTO findings (version_id, ordinal, kind, severity, char_start, char_end, explanation, reading_a, reading_b, status, decided_at) VALUES
    (1, 0, 'other', 'info', 163, 175, 'Which day is meant?', 'May 4', 'May 5', 'open', NULL),
    (2, 0, 'other', 'info', 170, 182, 'Which day is meant?', 'May 4', 'May 5', 'open', NULL),
    (3, 0, 'other', 'info', 169, 181, 'Which day is meant?', 'May 4', 'May 5', 'open', NULL);

INSERT INTO meeting_accounts (version_id, meeting_id, kind, status, start_date, end_date, date_precision, date_basis, date_stated, edtf, title, part_of_meeting_id, plover_mode, confidence) VALUES
    (1, 1, 'meeting', 'held', DATE '2021-05-04', DATE '2021-05-04', 'day', 'stated', 'May 4, 2021', '2021-05-04', NULL, NULL, NULL, 0.9),
    (2, 2, 'meeting', 'planned', DATE '2021-05-04', DATE '2021-05-04', 'day', 'stated', 'May 4, 2021', '2021-05-04', NULL, NULL, NULL, 0.9),
    (3, 3, 'meeting', 'held', DATE '2021-05-04', DATE '2021-05-04', 'day', 'stated', 'May 4, 2021', '2021-05-04', NULL, NULL, NULL, 0.9);

INSERT INTO organization_accounts (version_id, organization_id, name, kind, country_code, parent_organization_id) VALUES
    (1, 4, 'Sylvan Republic', 'government', 'HU', NULL),
    (2, 4, 'Sylvan Republic', 'government', 'HU', NULL),
    (3, 4, 'Sylvan Republic', 'government', 'HU', NULL);

INSERT INTO pages (version_id, number, char_start) VALUES
    (1, 1, 0),
    (1, 2, 133),
    (2, 1, 7),
    (2, 2, 140),
    (3, 1, 6),
    (3, 2, 139);

INSERT INTO person_accounts (version_id, person_id, name, country_code) VALUES
    (1, 1, 'Ada Lovelace', 'AT'),
    (1, 2, 'Boris Karloff', 'HU'),
    (2, 1, 'Ada Lovelace', 'AT'),
    (2, 2, 'Boris Karloff', 'HU'),
    (3, 1, 'Ada Lovelace', 'AT'),
    (3, 2, 'Boris Karloff', 'HU');

INSERT INTO place_names (place_id, name) VALUES
    (1, 'Vienna'),
    (1, 'Wien'),
    (2, 'Budapest');

INSERT INTO place_profiles (place_id, name, kind, latitude, longitude) VALUES
    (1, 'Vienna', 'capital', 48.2, 16.37),
    (2, 'Budapest', 'capital', 47.5, 19.04);

INSERT INTO sections (version_id, ordinal, heading, char_start, char_end) VALUES
    (1, 0, 'Weekly Note', 0, 203),
    (2, 0, 'Weekly Note', 0, 210),
    (3, 0, 'Weekly Note', 0, 209);

INSERT INTO agreement_parties (version_id, agreement_id, ordinal, person_id, organization_id, role, country_code, is_signatory) VALUES
    (1, 1, 0, 1, NULL, 'envoy', 'AT', false),
    (1, 1, 1, 2, 4, 'president', 'HU', false),
    (2, 1, 0, 1, NULL, 'envoy', 'AT', false),
    (2, 1, 1, 2, 4, 'president', 'HU', false),
    (3, 1, 0, 1, NULL, 'envoy', 'AT', false),
    (3, 1, 1, 2, 4, 'president', 'HU', false);

INSERT INTO agreement_steps (version_id, agreement_id, ordinal, status, start_date, end_date, date_precision, date_basis, date_stated, is_planned) VALUES
    (1, 1, 0, 'signed', DATE '2021-05-04', DATE '2021-05-04', 'day', 'stated', 'May 4, 2021', false),
    (2, 1, 0, 'signed', DATE '2021-05-04', DATE '2021-05-04', 'day', 'stated', 'May 4, 2021', false),
    (3, 1, 0, 'signed', DATE '2021-05-04', DATE '2021-05-04', 'day', 'stated', 'May 4, 2021', false);

INSERT INTO meeting_participants (version_id, meeting_id, ordinal, person_id, organization_id, role, country_code, side, on_behalf_of) VALUES
    (1, 1, 0, 1, NULL, 'envoy', 'AT', 'visitor', NULL),
    (1, 1, 1, 2, 4, 'president', 'HU', 'host', NULL),
    (2, 2, 0, 1, NULL, 'envoy', 'AT', 'visitor', NULL),
    (2, 2, 1, 2, 4, 'president', 'HU', 'host', NULL),
    (3, 3, 0, 1, NULL, 'envoy', 'AT', 'visitor', NULL),
    (3, 3, 1, 2, 4, 'president', 'HU', 'host', NULL);

INSERT INTO meeting_places (version_id, meeting_id, ordinal, place_id) VALUES
    (1, 1, 0, 1),
    (2, 2, 0, 1),
    (3, 3, 0, 1);

INSERT INTO meeting_topics (version_id, meeting_id, ordinal, topic) VALUES
    (1, 1, 0, 'rivers'),
    (2, 2, 0, 'rivers'),
    (3, 3, 0, 'rivers');

INSERT INTO organization_forms (version_id, organization_id, form) VALUES
    (1, 4, 'Sylvan'),
    (2, 4, 'Sylvan'),
    (3, 4, 'Sylvan');

INSERT INTO passages (version_id, ordinal, section_ordinal, kind, char_start, char_end, page) VALUES
    (1, 0, 0, 'title', 0, 11, NULL),
    (1, 1, 0, 'paragraph', 12, 132, NULL),
    (1, 2, 0, 'caption', 133, 202, NULL),
    (2, 0, 0, 'title', 7, 18, NULL),
    (2, 1, 0, 'paragraph', 19, 139, NULL),
    (2, 2, 0, 'caption', 140, 209, NULL),
    (3, 0, 0, 'title', 6, 17, NULL),
    (3, 1, 0, 'paragraph', 18, 138, NULL),
    (3, 2, 0, 'caption', 139, 208, NULL);

INSERT INTO person_forms (version_id, person_id, form) VALUES
    (1, 1, 'Ada Lovelace'),
    (1, 2, 'Boris Karloff'),
    (1, 2, 'Karloff'),
    (2, 1, 'Ada Lovelace'),
    (2, 2, 'Boris Karloff'),
    (2, 2, 'Karloff'),
    (3, 1, 'Ada Lovelace'),
    (3, 2, 'Boris Karloff'),
    (3, 2, 'Karloff');

INSERT INTO evidence (version_id, ordinal, passage_ordinal, char_start, char_end, citation_ordinal, meeting_id, agreement_id, position_id, rule) VALUES
    (1, 0, 1, 12, 109, 0, 1, NULL, NULL, 'met-with'),
    (1, 1, 2, 133, 176, 0, NULL, 1, NULL, 'signed'),
    (1, 2, 1, 12, 109, 0, NULL, NULL, 2, 'met-with'),
    (1, 3, 1, 12, 109, 0, NULL, NULL, 1, 'met-with'),
    (2, 0, 1, 19, 116, 0, 2, NULL, NULL, 'met-with'),
    (2, 1, 2, 140, 183, 0, NULL, 1, NULL, 'signed'),
    (2, 2, 1, 19, 116, 0, NULL, NULL, 2, 'met-with'),
    (2, 3, 1, 19, 116, 0, NULL, NULL, 1, 'met-with'),
    (3, 0, 1, 18, 115, 0, 3, NULL, NULL, 'met-with'),
    (3, 1, 2, 139, 182, 0, NULL, 1, NULL, 'signed'),
    (3, 2, 1, 18, 115, 0, NULL, NULL, 2, 'met-with'),
    (3, 3, 1, 18, 115, 0, NULL, NULL, 1, 'met-with');

INSERT INTO mentions (version_id, ordinal, passage_ordinal, char_start, char_end, person_id, organization_id, place_id, outlet_id) VALUES
    (1, 0, 1, 12, 24, 1, NULL, NULL, NULL),
    (1, 1, 1, 71, 84, 2, NULL, NULL, NULL),
    (1, 2, 1, 54, 60, NULL, 4, NULL, NULL),
    (1, 3, 1, 88, 94, NULL, NULL, 1, NULL),
    (1, 4, 2, 178, 188, NULL, NULL, NULL, 1),
    (2, 0, 1, 19, 31, 1, NULL, NULL, NULL),
    (2, 1, 1, 78, 91, 2, NULL, NULL, NULL),
    (2, 2, 1, 61, 67, NULL, 4, NULL, NULL),
    (2, 3, 1, 95, 101, NULL, NULL, 1, NULL),
    (2, 4, 2, 185, 195, NULL, NULL, NULL, 1),
    (3, 0, 1, 18, 30, 1, NULL, NULL, NULL),
    (3, 1, 1, 77, 90, 2, NULL, NULL, NULL),
    (3, 2, 1, 60, 66, NULL, 4, NULL, NULL),
    (3, 3, 1, 94, 100, NULL, NULL, 1, NULL),
    (3, 4, 2, 184, 194, NULL, NULL, NULL, 1);

INSERT INTO passage_texts (version_id, ordinal, text) VALUES
    (1, 0, 'Weekly Note'),
    (1, 1, 'Ada Lovelace, the envoy of Freedonia, met Sylvan president Boris Karloff in Vienna on May 4, 2021, to talk about rivers.'),
    (1, 2, 'Both signed the Danube Accord the same day. (River News, May 5, 2021)'),
    (2, 0, 'Weekly Note'),
    (2, 1, 'Ada Lovelace, the envoy of Freedonia, met Sylvan president Boris Karloff in Vienna on May 4, 2021, to talk about rivers.'),
    (2, 2, 'Both signed the Danube Accord the same day. (River News, May 5, 2021)'),
    (3, 0, 'Weekly Note'),
    (3, 1, 'Ada Lovelace, the envoy of Freedonia, met Sylvan president Boris Karloff in Vienna on May 4, 2021, to talk about rivers.'),
    (3, 2, 'Both signed the Danube Accord the same day. (River News, May 5, 2021)');
