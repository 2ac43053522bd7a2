"""Find the subject of a clause in the skeleton of a sentence.

A pronoun is a subject like any other; whom it stands for is not asked here. Where no group opens the clause there is no
subject: none is guessed from other clauses.
"""
from __future__ import annotations

from etl.framing.series import Group
from etl.framing.skeleton import Skeleton
from etl.framing.wording import subject_words

FRONT = 7
REACH = 30
AGENT = 7
LOOK_BACK = 400
"""Tokens within which a clause has its subject: far more than a sentence has, since lists without end have none."""


def subject(skel: Skeleton, at: int, end: int) -> tuple[Group | None, int]:
    """Find the subject of the clause whose verb or noun stands at token `at` and ends before token `end`.

    Looks left for a group that opens its clause (not the object of a preposition or of another verb), then, for a fronted
    phrase, right of the comma that ends it.

    Returns:
        The group with its token index, or (None, -1).
    """
    aside = 0
    described = _described(skel, at)
    if described >= 0:
        return skel.groups[skel.tokens[described]], described
    for j in range(at - 1, max(at - LOOK_BACK, 0) - 1, -1):
        if skel.tokens[j] == ";" and not _goes_on(skel, skel.tokens[j + 1:at + 1]):
            break
        # what stands in brackets before the verb has no part in its clause
        aside = max(0, aside + (skel.tokens[j] == ")") - (skel.tokens[j] == "("))
        if aside:
            continue
        group = skel.groups.get(skel.tokens[j])
        if group is None or group.kind not in "EC":
            continue
        if _is_antecedent(skel.tokens[j + 1:at]):
            # "Kern and Holm, who" is Holm, "Chad and Mali, which" are both
            of_whom = skel.tokens[j + 3:j + 5] == ("of", "whom")
            both = of_whom or (group.kind == "C" and skel.tokens[j + 1:j + 3] == (",", "which"))
            return Group(group.kind, group.mentions if both else group.mentions[-1:], group.lead), j
        if group.kind == "C" and j > 1 and skel.tokens[j - 1] == "," and _is_sign(skel, skel.tokens[j - 2], "L"):
            # "flew to Oslo, Norway, where"
            continue
        if _is_apposed(skel, j):
            # "Kern, his host, gave a dinner": the subject is Kern
            continue
        if skel.tokens[j - 1:j + 2:2] == ("for", "to") and j + 2 == at:
            # "no plans for Kern to visit"
            return group, j
        if not _is_object(skel, group, j) and _leads_clause(skel, group, j, at) and not _is_met_before(skel, j, at):
            return group, j
    if at <= FRONT and skel.tokens[0] in subject_words().fronts:
        # "On a visit to Chad the minister met", "On a trip to Chad last week she met": no comma parts them
        opens = end + (end < len(skel.tokens) and _is_sign(skel, skel.tokens[end], "D"))
        if _opens(skel, opens):
            return skel.groups[skel.tokens[opens]], opens
    agent = _agent(skel, at)
    return (skel.groups[skel.tokens[agent]], agent) if agent >= 0 else _after_comma(skel, end)


def _agent(skel: Skeleton, at: int) -> int:
    """Return the token of who did what is told before an encounter, -1 where none is: "was handed over by Kern at"."""
    tokens = skel.tokens
    j = next((i for i in range(at - 1, max(at - AGENT, 0), -1) if _is_sign(skel, tokens[i], "E")), -1)
    between = [t for t in tokens[j + 1:at + 1] if t != ","]
    beside = bool(between) and between[0] in subject_words().occasions and not any(t in skel.groups for t in between)
    return j if j > 2 and tokens[j - 1] == "by" and beside else -1


def _is_met_before(skel: Skeleton, j: int, at: int) -> bool:
    """Say whether a group only closes what the subject did before: "Kern met the mayor, Reis, then flew to" is Kern."""
    tokens = skel.tokens
    goes_on = tokens[j + 1:j + 3] in ((",", "then"), ("and", "then")) and j + 2 < at
    return goes_on and j > 1 and tokens[j - 1] == "," and any(_is_sign(skel, token, "E") for token in tokens[:j - 1])


def _described(skel: Skeleton, at: int) -> int:
    """Return the token of the party whose relative clause ends right before the verb, -1 where none does.

    "Kern, who took office after Holm had been dismissed, visited": the subject is Kern.
    """
    tokens = skel.tokens
    if tokens[at - 1:at] != (",",):
        return -1
    opens = [i for i in range(2, at - 2) if tokens[i] in ("who", "which", "whom") and tokens[i - 1] == ","]
    j = opens[-1] - 2 if opens else -1
    if j < 0 or not _is_sign(skel, tokens[j], "E") or ";" in tokens[j:at]:
        return -1
    group = skel.groups[tokens[j]]
    return j if not _is_object(skel, group, j) and _leads_clause(skel, group, j, at) else -1


def _is_apposed(skel: Skeleton, j: int) -> bool:
    """Say whether the group at token `j` only says between commas what the one before it is to another: ", his host ,"."""
    said = [m for m in skel.groups[skel.tokens[j]].mentions if m.kind == "pronoun" and " " in (m.value or "")]
    before = skel.tokens[max(0, j - 1):j] == (",",) and skel.tokens[j + 1:j + 2] == (",",)
    return bool(said) and before and j > 1 and _is_sign(skel, skel.tokens[j - 2], "E")


def _goes_on(skel: Skeleton, follows: tuple[str, ...]) -> bool:
    """Say whether a verb after a semicolon has the subject before it: "will call on X; meet Y; and then hold talks with Z"."""
    words = subject_words()
    verb = next((token for token in follows if token not in words.resumed), "")
    return verb not in words.determiners and verb not in words.prepositions and verb not in skel.groups


def _is_antecedent(follows: tuple[str, ...]) -> bool:
    """Say whether the words after a group make it the one of a relative clause that is still open at the verb."""
    if follows[:1] == (",",) and follows[2:4] == ("of", "whom"):
        # "Kern and Holm, each of whom had given him an hour"
        return "," not in follows[4:]
    if follows[:1] not in (("who",), ("which",)) and follows[:2] not in ((",", "who"), (",", "which")):
        return False
    return len(follows) <= 2 or "," not in follows[2:] or "and" in follows


def _is_object(skel: Skeleton, group: Group, j: int) -> bool:
    """Say whether a preposition, or for a country an article, stands before the group at token `j`."""
    before = skel.tokens[j - 1] if j else ""
    if before == "as" and j > 1 and skel.tokens[j - 2] == "known":
        return True
    if group.kind == "C" and (before == "the" or (before == "," and j > 1 and _is_sign(skel, skel.tokens[j - 2], "L"))):
        # "in Lima, Peru, he met"
        return True
    return before in subject_words().prepositions


def _leads_clause(skel: Skeleton, group: Group, j: int, at: int) -> bool:
    """Say whether the group at token `j`, no object itself, stands where a subject can."""
    words, tokens = subject_words(), skel.tokens
    before = tokens[j - 1] if j else ""
    if all(m.kind == "pronoun" and m.value in words.nominative for m in group.mentions):
        return True
    if before == "," and tokens[j + 1:j + 2] == (",",) and j >= 2 and _is_post(skel, tokens[j - 2]):
        # "to hear the leader, X, and": X is the leader
        post = _opening(skel, j - 2)
        return not _is_object(skel, skel.groups[tokens[j - 2]], post) and _leads_clause(skel, group, post, at)
    if j <= 1 or before in words.openers or _is_sign(skel, before, "DLZC"):
        if before == "and" and j >= 2 and _is_sign(skel, tokens[j - 2], "E") and _governed(skel, j - 2):
            return False
        owned = before == "§" and not (j >= 2 and _is_sign(skel, tokens[j - 2], "C"))
        return not owned and tokens[j + 1:at][:1] != ("§",)
    if _is_sign(skel, before, "E") and _governed(skel, j - 1) and (j == 2 or tokens[j - 3] in words.openers):
        # "In the Senate the group had talks"
        return True
    if j <= FRONT and (tokens[0] in words.fronts or _is_sign(skel, tokens[0], "D")):
        # "At Kohl's invitation the chairman visited"
        parties = [i for i, token in enumerate(tokens[:j]) if _is_sign(skel, token, "E")]
        if all(tokens[i + 1] == "§" for i in parties):
            return True
    return before.endswith("ly") or before in words.attached


def _opening(skel: Skeleton, j: int) -> int:
    """Return where the phrase of a post at token `j` begins: at its article, also before a word ("the Abkhaz leader")."""
    tokens = skel.tokens
    return j - 2 if j >= 2 and tokens[j - 2] == "the" and tokens[j - 1].isalpha() and tokens[j - 1] not in skel.groups else j


def _is_post(skel: Skeleton, token: str) -> bool:
    """Say whether a token is the sign of one post without a name."""
    return token in skel.groups and [m.kind for m in skel.groups[token].mentions] == ["role"]


def _governed(skel: Skeleton, j: int) -> bool:
    """Say whether a preposition stands before token `j`."""
    return j > 0 and skel.tokens[j - 1] in subject_words().prepositions


def _is_sign(skel: Skeleton, token: str, kinds: str) -> bool:
    """Say whether a token is the sign of a group of one of these kinds."""
    return token in skel.groups and skel.groups[token].kind in kinds


def _opens(skel: Skeleton, j: int) -> bool:
    """Say whether a party with its verb stands at token `j`."""
    after = skel.tokens[j + 1:j + 2]
    return j < len(skel.tokens) and _is_sign(skel, skel.tokens[j], "E") and bool(after) and after[0].isalpha() and (
        after[0] not in skel.groups and after[0] not in subject_words().openers)


# what stands after one of several in a row: "talks with X in Oslo, Y in Riga"
LISTED = (("in",), ("at",), ("and",))


def _after_comma(skel: Skeleton, end: int) -> tuple[Group | None, int]:
    """Find the subject after a fronted phrase: "Speaking after a meeting with X, Y said"."""
    tokens = skel.tokens
    for i in range(end, min(len(tokens) - 1, end + REACH)):
        if tokens[i] in (".", ";"):
            break
        if tokens[i] == "," and _is_sign(skel, tokens[i + 1], "E") and tokens[i + 2:i + 3] not in LISTED:
            return skel.groups[tokens[i + 1]], i + 1
    return None, -1
