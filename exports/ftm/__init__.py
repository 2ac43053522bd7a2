"""FollowTheMoney entities, the data model of OpenSanctions, OpenAleph and their tools: one JSON object a line."""
