"""
What one option of COPY may be set to, and PostgreSQL 15.18's own words where it may not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import PgError
from pggate.translate.commands.copy_option_list import STAR, Option, Value
from pggate.translate.commands.copy_option_values import (
    boolean_of,
    check_encoding,
    columns_of,
    format_of,
    header_of,
    text_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def option(name: str, value: Value) -> Option:
    return Option(name, value, 19)


@pytest.mark.parametrize(("value", "text"), [("x", "x"), (STAR, "*"), (("a", "b"), "a, b")])
def test_texts(value: Value, text: str) -> None:
    assert text_of(option("null", value)) == text


@pytest.mark.parametrize("value", ["text", "csv", "binary"])
def test_formats(value: str) -> None:
    assert format_of(option("format", value)) == value


@pytest.mark.parametrize(
    ("value", "boolean"),
    [(None, True), ("on", True), ("TRUE", True), ("1", True), ("off", False), ("0", False), ("False", False)],
)
def test_booleans(value: str | None, boolean: bool) -> None:
    assert boolean_of(option("freeze", value)) is boolean
    assert header_of(option("header", value), is_from=False) is boolean


def test_a_header_may_have_to_match() -> None:
    assert header_of(option("header", "match"), is_from=True) == "match"


def test_columns() -> None:
    assert columns_of(option("force_null", ("a", "b"))) == ("a", "b")
    assert columns_of(option("force_quote", STAR)) is STAR


@pytest.mark.parametrize("value", ["UTF8", "utf-8", "Unicode"])
def test_utf8_by_all_of_its_names(value: str) -> None:
    check_encoding(option("encoding", value))


def header_out(given: Option) -> object:
    return header_of(given, is_from=False)


# What PostgreSQL 15.18 says to them in COPY t TO STDOUT.
# fmt: off
WRONG = (
    # read by       option            set to    what is said
    (format_of,     "format",         "foo",    "22023", 'COPY format "foo" not recognized', 19),
    (format_of,     "format",         "CSV",    "22023", 'COPY format "CSV" not recognized', 19),
    (format_of,     "format",         STAR,     "22023", 'COPY format "*" not recognized', 19),
    (format_of,     "format",         None,     "42601", "format requires a parameter", None),
    (text_of,       "delimiter",      None,     "42601", "delimiter requires a parameter", None),
    (header_out,    "header",         "match",  "0A000", 'cannot use "match" with HEADER in COPY TO', None),
    (header_out,    "header",         "maybe",  "42601", 'header requires a Boolean value or "match"', None),
    (header_out,    "header",         "2",      "42601", 'header requires a Boolean value or "match"', None),
    (boolean_of,    "freeze",         "x",      "42601", "freeze requires a Boolean value", None),
    (columns_of,    "force_quote",    "a",
     "22023", 'argument to option "force_quote" must be a list of column names', 19),
    (columns_of,    "force_null",     STAR,
     "22023", 'argument to option "force_null" must be a list of column names', 19),
    (check_encoding, "encoding",      "nope",
     "22023", 'argument to option "encoding" must be a valid encoding name', 19),
    # pggate's own: UTF-8 is what it speaks.
    (check_encoding, "encoding",      "latin1",  "0A000", 'COPY in encoding "latin1" is not supported', None),
    (check_encoding, "encoding",      "WIN1252", "0A000", 'COPY in encoding "WIN1252" is not supported', None),
)
# fmt: on


@pytest.mark.parametrize(("read", "name", "value", "sqlstate", "message", "position"), WRONG)
def test_what_an_option_cannot_be_set_to(
    read: Callable[[Option], object],
    name: str,
    value: Value,
    sqlstate: str,
    message: str,
    position: int | None,
) -> None:
    with pytest.raises(PgError) as raised:
        read(option(name, value))
    assert (raised.value.code, raised.value.message) == (sqlstate, message)
    assert raised.value.position == position
