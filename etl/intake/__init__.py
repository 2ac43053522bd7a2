"""From a path to a text: find the files, check and decode their bytes."""
