"""
Looking at tokens by their place, inside the text and outside it.
"""

from __future__ import annotations

import pytest

from pggate.translate import lexer
from pggate.translate.looking import name_at, word_at, words_at

TOKENS = lexer.tokens('Select "A""b", \'x\', $1')

PLACES = (
    # place, word, name
    (-1, "", ""),
    (0, "select", "select"),
    (1, "", 'A"b'),
    (2, ",", ""),
    (3, "", ""),
    (5, "", ""),
    (6, "", ""),
    (99, "", ""),
)


@pytest.mark.parametrize(("place", "word", "name"), PLACES)
def test_places(place: int, word: str, name: str) -> None:
    assert (word_at(TOKENS, place), name_at(TOKENS, place)) == (word, name)


WORDS = (
    # place, count, words
    (-2, 3, ("", "", "select")),
    (0, 3, ("select", "", ",")),
    (6, 2, ("", "")),
    (0, 0, ()),
)


@pytest.mark.parametrize(("place", "count", "words"), WORDS)
def test_words(place: int, count: int, words: tuple[str, ...]) -> None:
    assert words_at(TOKENS, place, count) == words


def test_nothing_stands_in_an_empty_text() -> None:
    assert (word_at((), 0), name_at((), 0), words_at((), 0, 1)) == ("", "", ("",))
