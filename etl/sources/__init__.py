"""The sources that a text names, in brackets, in its sentences or in its endnotes."""
