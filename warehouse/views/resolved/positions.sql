-- Posts as documents state them, without those that somebody rejected.
--
-- version_id: Internal key of the version that states it.
-- account_key: Internal key of the post as the document has it.
-- position_id: Id of the post.
-- person_key: Internal key of the person who is meant.
-- organization_key: Internal key of the body.
-- title: Title as stated.
-- country_code: Country that it serves.
-- is_former: Whether the text calls it a former post.
-- seen_on: Day that the document speaks from.
SELECT stated.*
FROM resolved.stated_positions AS stated
ANTI JOIN resolved.rejected AS rejected ON rejected.kind = 'position' AND rejected.id = stated.position_id
