"""
Texts as DuckDB's scanner is given them.
"""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.errors import PgError
from pggate.translate.syntax import lexer
from pggate.translate.texts.scannable import MOST_SIGNS, scannable
from pggate.translate.texts.statements import split

TEXTS = (
    # the client's              DuckDB's
    ("select 1", "select 1"),
    ("select 1 -- one\n+ 2", "select 1       \n+ 2"),
    ("select/* a /* b\n */ */1", "select" + " " * 16 + "1"),
    ("select '--', \"/*\", $$ -- $$", "select '--', \"/*\", $$ -- $$"),
    ("select 'é' /* é */, 'ß'", "select 'é'        , 'ß'"),
    ("select 2*--two\n3", "select 2*     \n3"),
    ("select 'a' --b\n 'c'", "select 'a'    \n 'c'"),
    ("-- nothing", "          "),
    ("select " + "+" * MOST_SIGNS + "1", "select " + "+" * MOST_SIGNS + "1"),
    ("select '" + "+" * 100 + "'", "select '" + "+" * 100 + "'"),
    ("select 1 " + "- " * 100 + "1", "select 1 " + "- " * 100 + "1"),
)


@pytest.mark.parametrize(("sql", "expected"), TEXTS)
def test_texts(sql: str, expected: str) -> None:
    assert scannable(sql) == expected
    assert len(expected) == len(sql)


@given(st.text(alphabet=st.sampled_from("aE'\"$1;-/*\n\\ +é")))
def test_every_token_stays_where_it_is(sql: str) -> None:
    try:
        found = scannable(sql)
    except PgError:
        return
    assert lexer.tokens(found) == lexer.tokens(sql)
    assert not list(lexer.comments(found))


@pytest.mark.parametrize(
    ("sql", "code", "position", "message"),
    [
        ("select 1 /* /* */", "42601", 10, 'unterminated /* comment at or near "/* /* */"'),
        ("select 1 -- it\n, 'b", "42601", 18, 'unterminated quoted string at or near "\'b"'),
        ('select /**/ "b', "42601", 13, 'unterminated quoted identifier at or near ""b"'),
        ("select /**/ $$b", "42601", 13, 'unterminated dollar-quoted string at or near "$$b"'),
        ("select /**/ X'b", "42601", 13, 'unterminated hexadecimal string literal at or near "X\'b"'),
        ("select /**/ e'b", "42601", 13, 'unterminated quoted string at or near "e\'b"'),
        (
            "select 1+" + "+" * MOST_SIGNS + "1",
            "54001",
            9,
            f"there are more than {MOST_SIGNS} signs in a row",
        ),
        (
            "select 1+" + "-+" * MOST_SIGNS + "1",
            "54001",
            9,
            f"there are more than {MOST_SIGNS} signs in a row",
        ),
    ],
)
def test_refusals(sql: str, code: str, position: int, message: str) -> None:
    with pytest.raises(PgError) as caught:
        split(sql)
    assert (caught.value.code, caught.value.position, caught.value.message) == (code, position, message)


@pytest.mark.slow
@pytest.mark.parametrize(
    "sql",
    [
        "/*" * 500_000,
        "select " + "/*" * 300_000 + "*/" * 300_000 + "1",
        "select 1 " + "--\n" * 300_000,
        "select '" + "''" * 1_500_000 + "'",
        "select '" + "''" * 1_500_000,
        "select e'" + "\\n" * 1_000_000 + "'",
        "select " + "+" * 50_000 + "1",
        "select 1" + "<" * 300_000 + "1",
        "select $$" + "$a$" * 300_000,
        "select '" + "a" * 20_000_000 + "'",
    ],
    ids=lambda sql: f"{sql[:12]!r} of {len(sql)}",
)
def test_a_text_takes_as_long_as_it_is(sql: str) -> None:
    began = time.monotonic()
    with suppress(PgError):
        split(sql)
    assert time.monotonic() - began < 15
