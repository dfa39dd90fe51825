"""
parse_ident and quote_ident, as PostgreSQL 15 answers.
"""

from __future__ import annotations

from importlib import resources

import pytest

from pggate.errors import InvalidParameterValue
from pggate.functions.identifiers import KEYWORDS, parse_ident, quote_ident

PARSED = (
    ('"SomeSchema".someTable', ["SomeSchema", "sometable"]),
    ("foo.bar.baz", ["foo", "bar", "baz"]),
    (' "a""b" . c ', ['a"b', "c"]),
    ("A$1", ["a$1"]),
)
NONE = (
    ("foo bar", None),
    ("1foo", None),
    ("", None),
    ('"a', "String has unclosed double quotes."),
    ('""', "Quoted identifier must not be empty."),
    ("a.", 'No valid identifier after ".".'),
    (".a", 'No valid identifier before ".".'),
)
QUOTED = (("foo", "foo"), ("Foo bar", '"Foo bar"'), ("select", '"select"'), ('a"b', '"a""b"'), ("", '""'))


@pytest.mark.parametrize(("text", "parts"), PARSED)
def test_names(text: str, parts: list[str]) -> None:
    assert parse_ident(text) == parts


@pytest.mark.parametrize(("text", "detail"), NONE)
def test_no_names(text: str, detail: str | None) -> None:
    with pytest.raises(InvalidParameterValue) as caught:
        parse_ident(text)
    assert caught.value.message == f'string is not a valid identifier: "{text}"'
    assert caught.value.detail == detail


def test_what_follows_may_be_left_out() -> None:
    assert parse_ident("foo bar", strict=False) == ["foo"]


@pytest.mark.parametrize(("name", "quoted"), QUOTED)
def test_quotes(name: str, quoted: str) -> None:
    assert quote_ident(name) == quoted


def test_sql_knows_the_same_keywords() -> None:
    macro = resources.files("pggate.sql").joinpath("quoting_functions.sql").read_text()
    _, _, rest = macro.partition("not contains(")
    listed = rest.split("'")[1]
    assert set(listed.split()) == KEYWORDS
    assert all(f" {word} " in listed for word in KEYWORDS)  # at the ends of lines, too
