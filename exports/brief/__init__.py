"""A brief of a period: what was told of it, as a bulletin would say it, each sentence with the words that support it."""
