"""
Reading word by word.
"""

from __future__ import annotations

import pytest

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.syntax.scan import Scan


def test_words_names_and_strings() -> None:
    scan = Scan("Alter ROLE \"It's\".b 'x' rest (of, it);")
    assert not scan.accept("role")
    assert scan.accept("alter", "role")
    assert scan.names() == ("It's", "b")
    assert scan.string() == "x"
    assert scan.accept_any("a", "rest") == "rest"
    assert scan.parenthesised() == "of, it"
    assert scan.ended
    scan.end()


def test_text_until_respects_parentheses() -> None:
    scan = Scan("f(a, b), c from d")
    assert scan.text_until(",") == "f(a, b)"
    scan.expect(",")
    assert scan.text_until("from") == "c"
    assert scan.rest() == "from d"
    assert scan.rest() == ""


def test_lists_of_names() -> None:
    scan = Scan('a, "B" ,c d')
    assert scan.name_list() == ("a", "B", "c")
    assert scan.position == 11


def test_the_position_behind_the_end() -> None:
    scan = Scan("ab ")
    assert scan.position == 1
    scan.take()
    assert scan.position == 4


VALUES = (
    ("On", "on"),
    ('"On"', "On"),
    ("'On'", "On"),
    ("12", "12"),
    ("-1.5", "-1.5"),
    ("+2", "2"),
    ("null", "null"),
)


@pytest.mark.parametrize(("sql", "value"), VALUES)
def test_values_of_options(sql: str, value: str) -> None:
    scan = Scan(sql)
    assert scan.value() == value
    assert scan.ended


ERRORS = (
    ("", lambda scan: scan.take(), "syntax error at end of input", 1),
    ("a b", lambda scan: scan.expect("b"), 'syntax error at or near "a"', 1),
    ("a 'b'", lambda scan: (scan.name(), scan.name()), "syntax error at or near \"'b'\"", 3),
    ("a", lambda scan: scan.string(), 'syntax error at or near "a"', 1),
    ("- a", lambda scan: scan.value(), 'syntax error at or near "a"', 3),
    (",", lambda scan: scan.value(), 'syntax error at or near ","', 1),
    ("a,", lambda scan: scan.name_list(), "syntax error at end of input", 3),
    ("(a", lambda scan: scan.parenthesised(), "syntax error at end of input", 3),
    ("a b", lambda scan: (scan.take(), scan.end()), 'syntax error at or near "b"', 3),
)


@pytest.mark.parametrize(("sql", "read", "message", "position"), ERRORS)
def test_errors(sql: str, read: object, message: str, position: int) -> None:
    assert callable(read)
    with pytest.raises(SqlSyntaxError) as error:
        read(Scan(sql))
    assert (error.value.message, error.value.position) == (message, position)
