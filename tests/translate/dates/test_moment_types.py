"""
Types of dates, times and intervals in a text.
"""

from __future__ import annotations

import pytest

from pggate.translate.dates.moment_types import fields_behind, moment_type_at
from pggate.translate.syntax import lexer


@pytest.mark.parametrize(
    ("text", "name", "digits", "fields", "words"),
    [
        ("timestamp", "timestamp", None, (), "timestamp"),
        ("timestamp(3) with time zone", "timestamptz", 3, (), "timestamp with time zone"),
        ("time without time zone", "time", None, (), "time without time zone"),
        ("timetz(0)", "timetz", 0, (), "timetz"),
        ("interval day to second(2)", "interval", 2, ("day", "second"), "interval"),
        ("interval year", "interval", None, ("year", "year"), "interval"),
        ("interval(1)", "interval", 1, (), "interval"),
        ("interval day as x", "interval", None, ("day", "day"), "interval"),
    ],
)
def test_types(text: str, name: str, digits: int | None, fields: tuple[str, ...], words: str) -> None:
    found = moment_type_at(lexer.tokens(text), 0)
    assert found is not None
    assert found[:4] == (name, digits, fields, words)
    assert found.is_restricted is (digits is not None or bool(fields))


@pytest.mark.parametrize("text", ["int", "date[]", "timestamp(3)[]", "", "dated"])
def test_other_types(text: str) -> None:
    assert moment_type_at(lexer.tokens(text), 0) is None


def test_fields_behind_a_literal() -> None:
    tokens = lexer.tokens("interval '1' day to hour x")
    before = moment_type_at(tokens, 0)
    assert before is not None
    found = fields_behind(tokens, 1, before)
    assert (found.fields, tokens[found.last].word) == (("day", "hour"), "hour")
