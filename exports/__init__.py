"""Hand what `reporting` shows to other programs, each format in a module of its own.

An export knows the views of `reporting` and a format, and nothing of texts, rules or runs. It reads; it changes nothing, asks
no clock and no network. The same state gives the same content, so that two exports can be compared.
"""
