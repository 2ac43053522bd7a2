"""The sources that a text names, in brackets or in its sentences."""
