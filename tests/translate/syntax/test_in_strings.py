"""
Array literals and the patterns of SIMILAR TO.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.errors import ProgramLimitExceeded
from pggate.translate.syntax import in_strings
from tests.translate import duck

LITERALS = (
    # PostgreSQL's literal, DuckDB's constructor
    ("{}", "ARRAY[]"),
    (" { } ", "ARRAY[]"),
    ("{1,2}", "ARRAY['1', '2']"),
    ('{ a b , "c,d" ,NULL,"NULL",null}', "ARRAY['a b', 'c,d', NULL, 'NULL', NULL]"),
    ("{{1,2},{3,4}}", "ARRAY[ARRAY['1', '2'], ARRAY['3', '4']]"),
    (r'{"a\"b\\c", d\,e}', "ARRAY['a\"b\\c', 'd,e']"),
    ("{it's}", "ARRAY['it''s']"),
    ("", None),
    ("1", None),
    ("{1", None),
    ("{1,}", None),
    ("{,}", None),
    ("{1}{2}", None),
    ("{1}2", None),
    ("[0:1]={1,2}", None),
    ('{a "b"}', None),
)


@pytest.mark.parametrize(("text", "expected"), LITERALS)
def test_constructor(text: str, expected: str | None) -> None:
    assert in_strings.constructor(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("{{1,2},{3,NULL}}", ["'1'", "'2'", "'3'", "NULL"]), ("{}", []), ("{1", None)],
)
def test_flat_elements(text: str, expected: list[str] | None) -> None:
    assert in_strings.flat_elements(text) == expected


@pytest.mark.parametrize("depth", [7, 5000])
def test_more_dimensions_than_postgresql_has(depth: int) -> None:
    for text in ("{" * depth, "{" * depth + "1" + "}" * depth):
        with pytest.raises(ProgramLimitExceeded, match="exceeds the maximum allowed"):
            in_strings.constructor(text)
    assert in_strings.constructor("{" * 6 + "1" + "}" * 6) == "ARRAY[" * 6 + "'1'" + "]" * 6


@given(st.lists(st.none() | st.text(alphabet=st.characters(exclude_characters="\0", codec="utf-8"))))
def test_every_list_of_texts_comes_back(values: list[str | None]) -> None:
    quoted = (
        "NULL" if value is None else '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        for value in values
    )
    constructor = in_strings.constructor("{" + ",".join(quoted) + "}")
    assert duck.connection().execute(f"SELECT {constructor}::VARCHAR[]").fetchall() == [(values,)]


SIMILAR = (
    # pattern, what it matches, what it does not
    ("abc", "abc", "abcd"),
    ("a%", "abc", "ba"),
    ("a_c", "abc", "abbc"),
    ("(a|b)+c{2}", "abacc", "abc"),
    ("a.c", "a.c", "abc"),
    ("[%_]x", "%x", "ax"),
    ("a^$", "a^$", "a"),
    (r"\%a", "%a", "xa"),
    (r"[\]a]", "]", "x"),
)


@pytest.mark.parametrize(("pattern", "matches", "other"), SIMILAR)
def test_similar_patterns(pattern: str, matches: str, other: str) -> None:
    expression = in_strings.similar_pattern(pattern)
    assert re.search(expression, matches, re.DOTALL)
    assert not re.search(expression, other, re.DOTALL)
