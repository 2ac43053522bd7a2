-- One row per topic of one meeting. Topics of all accounts of the meeting count.
--
-- meeting_id: Id of the meeting.
-- topic: What was talked about, as stated.
SELECT DISTINCT
    meeting.key AS meeting_id,
    detail.topic
FROM main.meeting_topics AS detail
JOIN resolved.meeting_accounts AS account ON account.version_id = detail.version_id AND account.account_key = detail.meeting_id
JOIN main.meetings AS meeting ON meeting.meeting_id = account.meeting_key
