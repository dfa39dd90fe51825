"""
COPY's options as they are written, in both of its grammars.
"""

from __future__ import annotations

import pytest

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.commands.copy_option_list import STAR, Option, Value, option_list
from pggate.translate.syntax.scan import Scan

OPTIONS = (
    # text                                                    the options
    ("", {}),
    ("(format csv)", {"format": "csv"}),
    ('(format "binary")', {"format": "binary"}),
    ("(FORMAT BINARY)", {"format": "binary"}),
    ("(format csv, header, delimiter ';')", {"format": "csv", "header": None, "delimiter": ";"}),
    ("(header on, freeze false, null E'\\\\x')", {"header": "on", "freeze": "false", "null": "\\x"}),
    ("(header 1)", {"header": "1"}),
    ("(header -1)", {"header": "-1"}),
    ("(header +1)", {"header": "1"}),
    ("(force_quote *)", {"force_quote": STAR}),
    ('(force_quote (a, "B"), force_null (c))', {"force_quote": ("a", "B"), "force_null": ("c",)}),
    ("binary", {"format": "binary"}),
    ("csv header", {"format": "csv", "header": "true"}),
    ("csv freeze", {"format": "csv", "freeze": "true"}),
    ("delimiter as ',' null as ''", {"delimiter": ",", "null": ""}),
    ("delimiter ',' null 'x'", {"delimiter": ",", "null": "x"}),
    ("csv quote as '|' escape '!'", {"format": "csv", "quote": "|", "escape": "!"}),
    ("csv force quote a, b", {"format": "csv", "force_quote": ("a", "b")}),
    ("csv force quote *", {"format": "csv", "force_quote": STAR}),
    (
        "csv force not null a, b force null c encoding 'utf8'",
        {"format": "csv", "force_not_null": ("a", "b"), "force_null": ("c",), "encoding": "utf8"},
    ),
)


@pytest.mark.parametrize(("text", "options"), OPTIONS)
def test_options(text: str, options: dict[str, Value]) -> None:
    scan = Scan(text)
    assert {option.name: option.value for option in option_list(scan)} == options
    assert scan.ended


def test_what_follows_is_left() -> None:
    scan = Scan("csv header where a > 1")
    assert len(option_list(scan)) == 2
    assert scan.rest() == "where a > 1"


def test_an_option_stands_where_it_says() -> None:
    assert option_list(Scan("(format csv, header)")) == (
        Option("format", "csv", 2),
        Option("header", None, 14),
    )
    assert option_list(Scan("binary csv"))[1].position == 8


# PostgreSQL 15.18's messages; its positions behind "copy t to stdout ".
WRONG = (
    ("(", "syntax error at end of input", 2),
    ("()", 'syntax error at or near ")"', 2),
    ("(format csv,)", 'syntax error at or near ")"', 13),
    ("(header null)", 'syntax error at or near "null"', 9),
    ("(header -on)", 'syntax error at or near "on"', 10),
    ("force a", 'syntax error at or near "a"', 7),
)


@pytest.mark.parametrize(("text", "message", "position"), WRONG)
def test_what_is_no_list_of_options(text: str, message: str, position: int) -> None:
    with pytest.raises(SqlSyntaxError) as raised:
        option_list(Scan(text))
    assert (raised.value.message, raised.value.position) == (message, position)
