"""
COPY, read by both of its grammars: PostgreSQL 15's options in parentheses, and the words of 7.3 to 9.0, which
psql and old clients still send (PostgreSQL 15, COPY, "Compatibility").

    COPY [BINARY] relation [(columns)] FROM | TO STDIN | STDOUT | 'file' | PROGRAM 'command'
         [[USING] DELIMITERS ','] [WITH] [options] [WHERE condition]
    COPY (query) TO ...

What an option means, and whether the options agree, is for copy_options.py to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate import lexer
from pggate.translate.lexer import Kind
from pggate.translate.scan import Scan

if TYPE_CHECKING:
    from collections.abc import Callable

Where: TypeAlias = Literal["client", "file", "program"]
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


@dataclass(frozen=True, slots=True)
class Copy:
    """
    One COPY statement.

    Args:
        relation: The relation as it was written; "" where a query is copied.
        name: The relation's last name, folded.
        columns: The columns named, folded; None where none are named.
        query: The query without its parentheses; "" where a relation is copied.
        offset: Characters in front of the query.
        is_from: True for COPY FROM.
        where: On the other side: the client, or a file or program of the server's.
        options: In order.
        filter: The condition of WHERE; "" for none.

    """

    relation: str
    name: str
    columns: tuple[str, ...] | None
    query: str
    offset: int
    is_from: bool
    where: Where
    options: tuple[Option, ...]
    filter: str


def copy(sql: str) -> Copy:
    """
    Raises:
        SyntaxError: where the text is no COPY.

    """
    scan = Scan(sql)
    scan.expect("copy")
    position = _position(scan)
    options = [Option("format", "binary", position)] if scan.accept("binary") else []
    relation, name, columns, query, offset = "", "", None, "", 0
    if scan.word == "(":
        query, offset = _query(scan)
        is_from = False
        scan.expect("to")
    else:
        relation, name = _relation(scan)
        columns = _names(scan) if scan.word == "(" else None
        is_from = _is_from(scan)
    where = _where(scan)
    options += _options(scan, old_delimiters=not query)
    condition = _filter(scan, is_from=is_from) if not query else ""
    scan.end()
    return Copy(relation, name, columns, query, offset, is_from, where, tuple(options), condition)


def _query(scan: Scan) -> tuple[str, int]:
    offset = scan.tokens[scan.at].stop
    text = scan.parenthesised()
    for token in lexer.tokens(text):
        if token.word == ";":
            raise SqlSyntaxError('syntax error at or near ";"', position=scan.sql.index(";", offset) + 1)
    if not text:
        scan.at -= 1
        raise scan.error()
    return text, scan.sql.index(text, offset)


def _relation(scan: Scan) -> tuple[str, str]:
    first = scan.at
    names = scan.names()
    text = scan.sql[scan.tokens[first].start : scan.tokens[scan.at - 1].stop]
    return text, names[-1]


def _is_from(scan: Scan) -> bool:
    direction = scan.accept_any("from", "to")
    if not direction:
        raise scan.error()
    return direction == "from"


def _where(scan: Scan) -> Where:
    """STDIN and STDOUT mean the same: the direction has been said."""
    if scan.accept_any("stdin", "stdout"):
        return "client"
    where: Where = "program" if scan.accept("program") else "file"
    scan.string()
    return where


def _options(scan: Scan, *, old_delimiters: bool) -> list[Option]:
    options = []
    position = _position(scan)
    if old_delimiters and (scan.accept("using", "delimiters") or scan.accept("delimiters")):
        options.append(Option("delimiter", scan.string(), position))
    scan.accept("with")
    return options + (_generic_options(scan) if scan.word == "(" else _old_options(scan))


def _filter(scan: Scan, *, is_from: bool) -> str:
    position = _position(scan)
    if not scan.accept("where"):
        return ""
    if not is_from:
        raise SqlSyntaxError("WHERE clause not allowed with COPY TO", position=position)
    if scan.ended:
        raise scan.error()
    return scan.rest()


# -- (FORMAT csv, HEADER true, ...)


def _generic_options(scan: Scan) -> list[Option]:
    scan.expect("(")
    options = [_generic_option(scan)]
    while scan.accept(","):
        options.append(_generic_option(scan))
    scan.expect(")")
    return options


def _generic_option(scan: Scan) -> Option:
    position = _position(scan)
    return Option(scan.name(), _generic_value(scan), position)


def _generic_value(scan: Scan) -> Value:
    if scan.word in {",", ")"} or scan.ended:
        return None
    if scan.accept("*"):
        return STAR
    if scan.word != "(":
        return _word(scan)
    scan.expect("(")
    values = [_word(scan)]
    while scan.accept(","):
        values.append(_word(scan))
    scan.expect(")")
    return tuple(values)


def _word(scan: Scan) -> str:
    """A word, a string or a number: ON, csv, ',', -1."""
    sign = scan.accept_any("-", "+")
    token = scan.take()
    if token.kind is Kind.NUMBER:
        return f"{sign}{token.text}".removeprefix("+")
    if not sign and token.kind is Kind.STRING:
        return lexer.string_value(token)
    if not sign and token.is_name and token.word not in _RESERVED:
        return token.name
    scan.at -= 1
    raise scan.error()


# Of PostgreSQL's reserved words those that somebody could write here (PostgreSQL 15, appendix C); TRUE, FALSE
# and ON are allowed.
_RESERVED: Final = lexer.words(
    "null default all any as and or not select from to with using where table user"
)


# -- CSV HEADER QUOTE AS '"' FORCE QUOTE a, b


def _old_options(scan: Scan) -> list[Option]:
    options = []
    while (word := scan.word) in _OLD_OPTIONS:
        position = _position(scan)
        scan.take()
        name, read = _OLD_OPTIONS[word]
        if word == "force":
            name, value = _force(scan)
        else:
            value = read(scan)
        options.append(Option(name, value, position))
    return options


def _after_as(scan: Scan) -> str:
    scan.accept("as")
    return scan.string()


_OLD_OPTIONS: Final[dict[str, tuple[str, Callable[[Scan], Value]]]] = {
    # word         option       its value
    "binary": ("format", lambda _: "binary"),
    "csv": ("format", lambda _: "csv"),
    "freeze": ("freeze", lambda _: "true"),
    "header": ("header", lambda _: "true"),
    "delimiter": ("delimiter", _after_as),
    "null": ("null", _after_as),
    "quote": ("quote", _after_as),
    "escape": ("escape", _after_as),
    "encoding": ("encoding", Scan.string),
    "force": ("", lambda _: None),
}


def _force(scan: Scan) -> tuple[str, Value]:
    """QUOTE, NOT NULL or NULL, and the columns."""
    if scan.accept("quote"):
        return "force_quote", STAR if scan.accept("*") else _list(scan)
    name = "force_not_null" if scan.accept("not") else "force_null"
    scan.expect("null")
    return name, _list(scan)


def _list(scan: Scan) -> tuple[str, ...]:
    names = [scan.name()]
    while scan.accept(","):
        names.append(scan.name())
    return tuple(names)


def _names(scan: Scan) -> tuple[str, ...]:
    scan.expect("(")
    names = _list(scan)
    scan.expect(")")
    return names


def _position(scan: Scan) -> int:
    return len(scan.sql) + 1 if scan.token is None else scan.token.start + 1
