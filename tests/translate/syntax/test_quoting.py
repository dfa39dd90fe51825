"""
Names and strings in their quotes: PostgreSQL 15, 4.1.1, 4.1.2.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.syntax import lexer
from pggate.translate.syntax.quoting import literal, quote, string_value, unescape_unicode, unquote


@given(st.text())
def test_a_literal_is_one_token_with_its_value(value: str) -> None:
    (token,) = lexer.tokens(literal(value))
    assert string_value(token.text) == value


@given(st.text())
def test_a_quoted_name_is_one_token_with_its_name(value: str) -> None:
    (token,) = lexer.tokens(quote(value))
    assert token.name == value
    assert token.word == ""


VALUES = (
    # literal                   value
    ("'a''b'", "a'b"),
    (r"E'\n\t\\\'\x41\101\u00e9\q'", "\n\t\\'AAéq"),
    (r"U&'d\0061t\+000061\\'", "data\\"),
    (r"U&'\D83D\DE00'", "😀"),
    ("B'101'", "101"),
    ("$$x$$", "x"),
    ("$tag$it's$tag$", "it's"),
)


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_string_values(text: str, value: str) -> None:
    assert string_value(text) == value


def test_quoted_names() -> None:
    assert [unquote(text) for text in ('"A""b"', 'U&"d\\0061t\\+000061"', 'u&"""x"')] == ['A"b', "data", '"x']


def test_another_escape_character() -> None:
    assert unescape_unicode("d!0061!!", "!") == "da!"


@pytest.mark.parametrize(
    ("text", "escape", "message"),
    [
        (r"\D83D", "\\", "invalid Unicode surrogate pair"),
        (r"\0000", "\\", "invalid Unicode escape value"),
        (r"\+110000", "\\", "invalid Unicode escape value"),
        ("x", "a", "invalid Unicode escape character"),
        ("x", "+", "invalid Unicode escape character"),
        ("x", "", "invalid Unicode escape character"),
    ],
)
def test_escapes_that_are_no_character(text: str, escape: str, message: str) -> None:
    with pytest.raises(SqlSyntaxError, match=message):
        unescape_unicode(text, escape)
