"""Read a word of a name as a number: 5th, fifth, five, V. Numbers always tell bodies apart."""
from __future__ import annotations

import re

ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)?")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII")
CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
             "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
            "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
            "eighteenth", "nineteenth", "twentieth")
VALUES = {word: str(i + 1) for row in (CARDINALS, ORDINALS) for i, word in enumerate(row)} | {
    word: str(i + 1) for i, word in enumerate(ROMAN) if len(word) > 1}


def number_of(word: str) -> str | None:
    """Return the number that a word is, None where it is none; a Roman one is in capitals."""
    match = ORDINAL.fullmatch(word)
    return match.group(1).lstrip("0") or "0" if match else VALUES.get(word)
