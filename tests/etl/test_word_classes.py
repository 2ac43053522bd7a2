"""What a single word can be."""
from __future__ import annotations

import pytest

from etl.knowledge import load_knowledge
from etl.spotting.word_classes import pieces, word_classes


def looked_up(word: str) -> str:
    """Return the class of a word that is a token by itself."""
    ((_, _, _, look),), _ = word_classes(load_knowledge()).read(word)
    return look.cls


@pytest.mark.parametrize(("word", "cls"), [
    ("the", "t"), ("The", "t"), ("Kenya", "c"), ("Kenyan", "d"), ("Oslo", "G"), ("minister", "H"), ("Minister", "H"),
    ("foreign", "w"), ("Foreign", "W"), ("ministers", "J"), ("1999", "#"), ("J", "I"), ("al-Otaibi", "N"), ("van", "n"),
    ("Kapanadze", "N"), ("GVP", "A"), ("KENYA", "c"), ("Kenya-Chile", "q"), ("river", "x"), ("River", "X"), ("…", "."),
])
def test_a_word_has_the_class_of_its_form(word, cls):
    assert looked_up(word) == cls


def test_a_name_that_no_list_holds_is_doubtful_and_a_given_name_is_not():
    _, unknown = word_classes(load_knowledge()).read("Kapanadze")
    _, given = word_classes(load_knowledge()).read("Joan")
    assert (unknown, given) == (True, False)


@pytest.mark.parametrize(("token", "parts"), [
    ("then-President", [("then", 0, 5), ("President", 5, 14)]), ("Kenya’s", [("Kenya", 0, 5), ("'s", 5, 7)]),
    ("inter-\nnational", [("international", 0, 15)]), ("'s", [("'s", 0, 2)]),
])
def test_a_token_is_divided_into_words_that_keep_their_place(token, parts):
    assert list(pieces(token)) == parts
