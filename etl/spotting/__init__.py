"""From blocks to sentences with mentions: people, posts, bodies, groups, countries, places."""
