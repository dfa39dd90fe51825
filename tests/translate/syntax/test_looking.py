"""
Looking at tokens by their place, inside the text and outside it.
"""

from __future__ import annotations

import pytest

from pggate.translate.syntax import lexer
from pggate.translate.syntax.looking import name_at, place_of, unnested, word_at, words_at

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


def test_what_stands_outside_parentheses() -> None:
    tokens = lexer.tokens("a (b [c]) d, {e} f)")
    assert [token.text for _, token in unnested(tokens)] == ["a", "(", "d", ",", "{", "f", ")"]
    assert [index for index, _ in unnested(tokens, 7)] == [7, 8, 9, 12, 13]


OUTERMOST = (
    # word, text, which token
    ("from", "select 1", None),
    ("from", "select a FROM t", 2),
    ("from", "select (select a from t) from u", 7),
    ("from", "select 'from', \"from\" -- from", None),
)


@pytest.mark.parametrize(("word", "sql", "place"), OUTERMOST)
def test_the_place_of_a_word(word: str, sql: str, place: int | None) -> None:
    assert place_of(word, sql) == place
