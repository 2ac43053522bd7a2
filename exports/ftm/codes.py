"""What FollowTheMoney calls countries, languages and kinds of bodies. What it has no word for is left out, never guessed."""
from __future__ import annotations

FORMER_COUNTRIES = {"AN": "nl", "CS": "cshh", "HV": "bf", "RH": "zw", "SU": "suhh", "VD": "vn", "YD": "ye", "YU": "yucs"}
"""Its codes of former states; where it has none, that of the state which the country belongs to now."""

LANGUAGES = {
    "ar": "ara", "da": "dan", "de": "deu", "el": "ell", "en": "eng", "es": "spa", "fa": "fas", "fi": "fin", "fr": "fra",
    "he": "heb", "id": "ind", "it": "ita", "ja": "jpn", "ko": "kor", "nl": "nld", "no": "nor", "pl": "pol", "pt": "por",
    "ru": "rus", "sv": "swe", "tr": "tur", "uk": "ukr", "zh": "zho",
}
"""ISO 639-3 for ISO 639-1."""

SCHEMATA = {
    "international": "Organization",
    "government": "PublicBody",
    "parliament": "PublicBody",
    "armed_forces": "PublicBody",
    "embassy": "PublicBody",
    "court": "PublicBody",
    "company": "Company",
    "party": "Organization",
    "militia": "Organization",
    "university": "Organization",
    "media": "Organization",
    "civil_society": "Organization",
    "other": "Organization",
}
"""The schema of each kind of body."""

TOPICS = {"international": "gov.igo", "party": "pol.party"}
"""The kinds that are a topic as well. No topic says that somebody is a risk: the documents do not."""


def country(code: str | None) -> str | None:
    """Return the code of a country."""
    return None if code is None else FORMER_COUNTRIES.get(code, code.lower())
