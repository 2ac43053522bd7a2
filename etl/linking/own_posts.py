"""Tell whose post a release means by "the President" alone: that of those who write it.

An office speaks of its own head by the post, with a capital, or by the family name alone, before it names anybody else who
holds such a post: "Readout of the President's Call with President X of Y". From there on the bare post is his, whomever of that
title the text named last. In a bulletin, whose items stand alone, it never is.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.spotting.mentions import Mention, Role, Sentence
from etl.spotting.roles import short_heads


def is_bare(role: Role) -> bool:
    """Say whether a post is told by its head alone, with a capital: "the President"."""
    return role.definite and role.country is None and role.phrase[:1].isupper() and role.phrase.lower() == role.head


def own_posts(sentences: Sequence[Sentence]) -> Iterator[str]:
    """Yield the heads of the posts that a document means as its own: they stand bare before anybody else who holds such a post."""
    others: set[str] = set()
    for sentence, m in ((sentence, m) for sentence in sentences for m in sentence.mentions):
        if m.kind == "person":
            roles = (role for role in m.roles if not _is_introduced_by_surname(m, role))
            others.update(short for role in roles for short in short_heads(role.head))
            if not m.roles and m.name is not None:
                # "Pope X": a title that no post is read from
                others.add(sentence.units.words[m.name[0] - 1].lower())
        elif m.kind == "role" and is_bare(m.roles[0]) and m.roles[0].head not in others:
            yield m.roles[0].head


def _is_introduced_by_surname(m: Mention, role: Role) -> bool:
    """Say whether somebody is named as those who write name their own: "President Banda", without a given name or a country."""
    return role.country is None and m.name is not None and m.name[1] - m.name[0] == 1
