"""From the rows of a table to the same records that prose gives, by a mapping that somebody wrote down."""
