"""From a sentence to the encounters that its words claim, by the frames of lexicon/encounters.toml."""
