"""Dates: find them, resolve them without guessing, write them."""
