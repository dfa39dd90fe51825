"""
COPY's options together, and PostgreSQL 15.18's own words where they do not agree.
"""

from __future__ import annotations

import pytest

from pggate.errors import PgError
from pggate.translate.commands.copy_option_list import STAR
from pggate.translate.commands.copy_options import CopyOptions, settled
from pggate.translate.commands.copying import copy

DEFAULTS = {
    "text": CopyOptions("text", "\t", "\\N", "", "", False, (), (), ()),
    "csv": CopyOptions("csv", ",", "", '"', '"', False, (), (), ()),
    "binary": CopyOptions("binary", "\t", "\\N", "", "", False, (), (), ()),
}


def of(text: str) -> CopyOptions:
    command = copy(f"copy t {text}")
    return settled(command.options, is_from=command.is_from)


@pytest.mark.parametrize("name", DEFAULTS)
def test_defaults(name: str) -> None:
    assert of(f"from stdin (format {name})") == DEFAULTS[name]


def test_text_is_the_default() -> None:
    assert of("to stdout") == DEFAULTS["text"]


def test_everything_that_csv_has() -> None:
    found = of(
        "to stdout (format csv, delimiter ';', null 'NULL', quote '|', escape '!', header, force_quote *)"
    )
    assert found == CopyOptions("csv", ";", "NULL", "|", "!", True, STAR, (), ())
    found = of("from stdin csv force not null a, b force null c")
    assert (found.force_not_null, found.force_null) == (("a", "b"), ("c",))


def test_the_escape_is_the_quote_where_none_is_given() -> None:
    assert of("from stdin csv quote '|'").escape == "|"


def test_what_says_nothing_new_is_taken() -> None:
    assert of("from stdin (freeze, encoding 'UTF-8')") == DEFAULTS["text"]


# What PostgreSQL 15.18 says.
# fmt: off
WRONG = (
    ("to stdout (format text, format csv)",       "42601", "conflicting or redundant options", 32),
    ("to stdout csv csv",                         "42601", "conflicting or redundant options", 22),
    ("to stdout (nope 1)",                        "42601", 'option "nope" not recognized', 19),
    ("to stdout (format binary, delimiter ',')",  "42601", "cannot specify DELIMITER in BINARY mode", None),
    ("to stdout (format binary, null 'x')",       "42601", "cannot specify NULL in BINARY mode", None),
    ("to stdout (format binary, header)",         "0A000", "cannot specify HEADER in BINARY mode", None),
    ("to stdout (delimiter 'ab')",   "0A000", "COPY delimiter must be a single one-byte character", None),
    ("to stdout (delimiter 'ä')",    "0A000", "COPY delimiter must be a single one-byte character", None),
    ("to stdout (delimiter '')",     "0A000", "COPY delimiter must be a single one-byte character", None),
    ("to stdout (delimiter E'\\n')", "22023", "COPY delimiter cannot be newline or carriage return", None),
    ("to stdout (delimiter 'a')",                 "22023", 'COPY delimiter cannot be "a"', None),
    ("to stdout (delimiter '.')",                 "22023", 'COPY delimiter cannot be "."', None),
    ("to stdout (delimiter 1)",                   "22023", 'COPY delimiter cannot be "1"', None),
    ("to stdout (null E'a\\n')",
     "22023", "COPY null representation cannot use newline or carriage return", None),
    ("to stdout (quote 'a')",                     "0A000", "COPY quote available only in CSV mode", None),
    ("to stdout (format csv, quote 'ab')", "0A000", "COPY quote must be a single one-byte character", None),
    ("to stdout (format csv, quote ',')",  "22023", "COPY delimiter and quote must be different", None),
    ("to stdout (escape 'a')",                    "0A000", "COPY escape available only in CSV mode", None),
    ("to stdout (format csv, escape 'ab')", "0A000", "COPY escape must be a single one-byte character", None),
    ("to stdout (force_quote (a))",               "0A000", "COPY force quote available only in CSV mode", None),
    ("to stdout (force_quote *)",                 "0A000", "COPY force quote available only in CSV mode", None),
    ("from stdin (format csv, force_quote (a))",
     "0A000", "COPY force quote only available using COPY TO", None),
    ("from stdin (force_not_null (a))",
     "0A000", "COPY force not null available only in CSV mode", None),
    ("to stdout (format csv, force_not_null (a))",
     "0A000", "COPY force not null only available using COPY FROM", None),
    ("from stdin (force_null (a))",               "0A000", "COPY force null available only in CSV mode", None),
    ("to stdout (format csv, force_null (a))",
     "0A000", "COPY force null only available using COPY FROM", None),
    ("to stdout (null E'a\\tb')",
     "0A000", "COPY delimiter must not appear in the NULL specification", None),
    ("to stdout (format csv, null 'a\"b')",
     "0A000", "CSV quote character must not appear in the NULL specification", None),
)
# fmt: on


@pytest.mark.parametrize(("text", "sqlstate", "message", "position"), WRONG)
def test_what_does_not_go_together(text: str, sqlstate: str, message: str, position: int | None) -> None:
    with pytest.raises(PgError) as raised:
        of(text)
    assert (raised.value.code, raised.value.message) == (sqlstate, message)
    assert raised.value.position == position
