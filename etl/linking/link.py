"""Decide which mentions of a document denote the same person or body, and who an unnamed post is.

First the people (naming.py), then the bodies (named_bodies.py), at last the posts without a name (holders.py): each needs the
one before. What has no holder stays an open post.
"""
from __future__ import annotations

from etl.knowledge import Knowledge
from etl.linking.bodies import Bodies, BodyEntry
from etl.linking.holders import Holders, Recent
from etl.linking.named_bodies import link_bodies
from etl.linking.naming import Naming
from etl.linking.people import PersonEntry
from etl.linking.shared_states import share_states
from etl.spotting.mentions import Role, Sentence


class Linker:
    """Builds the people and bodies of one document."""

    def __init__(self, knowledge: Knowledge, sentences: list[Sentence], kinds: list[str]) -> None:
        self.knowledge = knowledge
        self.sentences = sentences
        self.kinds = kinds
        self.people: dict[str, PersonEntry] = {}
        self.bodies: dict[str, BodyEntry] = {}
        self._holders = Holders(knowledge, self.people)

    def run(self) -> None:
        """Link everything; mentions get their entity's key."""
        for sentence in self.sentences:
            share_states(sentence)
        naming = Naming(self.knowledge, self.sentences, self.kinds)
        self.people.update(naming.run())
        bodies = Bodies(self.knowledge, self.sentences, naming.firms)
        link_bodies(bodies, self.sentences)
        self.bodies = bodies.entries
        self._holders.link(self.sentences, self.kinds)

    def is_own(self, role: Role) -> bool:
        """Say whether "the President" is the one of those who write, whomever the text named last."""
        return self._holders.is_own(role)

    def holder(self, role: Role, recent: Recent, *, strict: bool = False) -> str | None:
        """Return the person of this document who holds the post, if one clearly does.

        Args:
            role: the post as stated.
            recent: the people and posts before it in the same item, for a bare "the minister".
            strict: a holder's country must be stated and be the post's.
        """
        return self._holders.holder(role, recent, strict=strict)
