"""
COPY's options as they are written, in both of its grammars: PostgreSQL 15's, in parentheses, and the words of
7.3 to 9.0, which psql and old clients still send (PostgreSQL 15, COPY, "Compatibility").
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, TypeAlias

from pggate.translate.syntax.lexer import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pggate.translate.syntax.scan import Scan

Value: TypeAlias = "str | tuple[str, ...] | Star | None"


class Star(Enum):
    """
    The `*` of FORCE_QUOTE *.
    """

    STAR = auto()


STAR: Final = Star.STAR


@dataclass(frozen=True, slots=True)
class Option:
    """
    One option as it was written.

    Args:
        name: Folded, in PostgreSQL 15's spelling, whichever grammar it was written in.
        value: Its argument: a word, number or string; a list; `*`; None for none.
        position: Of the option in the statement, in characters from 1.

    """

    name: str
    value: Value
    position: int


def option_list(scan: Scan) -> tuple[Option, ...]:
    """
    The options that come next, in whichever grammar.
    """
    return tuple(_in_parentheses(scan) if scan.word == "(" else _in_words(scan))


# -- (FORMAT csv, HEADER true, ...)


def _in_parentheses(scan: Scan) -> Iterator[Option]:
    scan.expect("(")
    yield _generic_option(scan)
    while scan.accept(","):
        yield _generic_option(scan)
    scan.expect(")")


def _generic_option(scan: Scan) -> Option:
    position = scan.position
    return Option(scan.name(), _generic_value(scan), position)


def _generic_value(scan: Scan) -> Value:
    if scan.word in {",", ")"} or scan.ended:
        return None
    if scan.accept("*"):
        return STAR
    if not scan.accept("("):
        return _word(scan)
    values = [_word(scan)]
    while scan.accept(","):
        values.append(_word(scan))
    scan.expect(")")
    return tuple(values)


def _word(scan: Scan) -> str:
    """
    A word, a string or a number: ON, csv, ',', -1.
    """
    if scan.word in _RESERVED:
        raise scan.error()
    return scan.value()


# Of PostgreSQL's reserved words those that somebody could write here (PostgreSQL 15, appendix C); TRUE, FALSE
# and ON are allowed.
_RESERVED: Final = words("null default all any as and or not select from to with using where table user")


# -- CSV HEADER QUOTE AS '"' FORCE QUOTE a, b


def _in_words(scan: Scan) -> Iterator[Option]:
    while scan.word in _OLD_OPTIONS:
        position = scan.position
        name, value = _OLD_OPTIONS[scan.take().word](scan)
        yield Option(name, value, position)


def _after_as(scan: Scan) -> str:
    scan.accept("as")
    return scan.string()


def _force(scan: Scan) -> tuple[str, Value]:
    """
    QUOTE, NOT NULL or NULL, and the columns.
    """
    if scan.accept("quote"):
        return "force_quote", STAR if scan.accept("*") else scan.name_list()
    name = "force_not_null" if scan.accept("not") else "force_null"
    scan.expect("null")
    return name, scan.name_list()


# fmt: off
_OLD_OPTIONS: Final[dict[str, Callable[[Scan], tuple[str, Value]]]] = {
    # word                      option       its value
    "binary":    lambda _:     ("format",    "binary"),
    "csv":       lambda _:     ("format",    "csv"),
    "freeze":    lambda _:     ("freeze",    "true"),
    "header":    lambda _:     ("header",    "true"),
    "delimiter": lambda scan:  ("delimiter", _after_as(scan)),
    "null":      lambda scan:  ("null",      _after_as(scan)),
    "quote":     lambda scan:  ("quote",     _after_as(scan)),
    "escape":    lambda scan:  ("escape",    _after_as(scan)),
    "encoding":  lambda scan:  ("encoding",  scan.string()),
    "force":     _force,
}
# fmt: on
