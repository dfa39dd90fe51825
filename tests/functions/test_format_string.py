"""
format(), as PostgreSQL 15 answers.
"""

from __future__ import annotations

import pytest

from pggate.errors import PgError
from pggate.functions.format_string import formatted, formatted_list

TEXTS = (
    (("Hello %s, %1$s", "World"), "Hello World, World"),
    (("%s, %s, %%", "one", "two"), "one, two, %"),
    (("INSERT INTO %I VALUES(%L)", "Foo bar", "O'Reilly"), "INSERT INTO \"Foo bar\" VALUES('O''Reilly')"),
    (("%I %L", "foo", "C:\\x"), "foo E'C:\\\\x'"),
    (("|%10s|%-5s|", "foo", "a"), "|       foo|a    |"),
    (("|%*s|", "-10", "foo"), "|foo       |"),
    (("|%-*s|", "10", "foo"), "|foo       |"),
    (("|%*2$s|", "foo", "10", "bar"), "|       bar|"),
    (("|%1$*2$s|", "foo", "10", "bar"), "|       foo|"),
    (("%3$s, %2$s, %s", "one", "two", "three"), "three, two, three"),
    (("%s|%L", None, None), "|NULL"),
    ((None, "a"), None),
)
WRONG = (
    (("%s %s", "a"), "22023", "too few arguments for format()"),
    (("%x", "a"), "22023", 'unrecognized format() type specifier "x"'),
    (("%", "a"), "22023", "unterminated format() type specifier"),
    (("%0$s", "a"), "22023", "format specifies argument 0, but arguments are numbered from 1"),
    (("%I", None), "22004", "null values cannot be formatted as an SQL identifier"),
    (("%*s", "x", "a"), "22P02", 'invalid input syntax for type integer: "x"'),
)


@pytest.mark.parametrize(("arguments", "text"), TEXTS)
def test_texts(arguments: tuple[str | None, ...], text: str | None) -> None:
    assert formatted(*arguments) == text


@pytest.mark.parametrize(("arguments", "code", "message"), WRONG)
def test_no_templates(arguments: tuple[str | None, ...], code: str, message: str) -> None:
    with pytest.raises(PgError) as caught:
        formatted(*arguments)
    assert (caught.value.code, caught.value.message) == (code, message)


def test_items_of_an_array() -> None:
    assert formatted_list("%s %L %s", [1, None, True]) == "1 NULL t"
    assert formatted_list("%2$s", ["a", 1.5]) == "1.5"
    assert formatted_list("none", None) == "none"
    assert formatted_list(None, ["a"]) is None
    with pytest.raises(PgError, match="too few"):
        formatted_list("%s", None)
