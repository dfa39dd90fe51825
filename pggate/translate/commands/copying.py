"""
COPY as a value (PostgreSQL 15, COPY).

    COPY [BINARY] relation [(columns)] FROM | TO STDIN | STDOUT | 'file' | PROGRAM 'command'
         [[USING] DELIMITERS ','] [WITH] [options] [WHERE condition]
    COPY (query) TO ...

Its options are read by copy_option_list.py; what they mean is for copy_options.py to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.commands.copy_option_list import Option, option_list
from pggate.translate.syntax import lexer
from pggate.translate.syntax.scan import Scan

Where: TypeAlias = Literal["client", "file", "program"]

MOST_NAMES: Final = 3
"""Database, schema and relation."""


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

    @property
    def schema(self) -> str:
        """The schema that the relation is said to be in, where no database is named; "" for none."""
        names = Scan(self.relation).names() if self.relation else ()
        return names[0] if len(names) == 2 else ""


def copy(sql: str) -> Copy:
    """
    Raises:
        SyntaxError: where the text is no COPY.

    """
    scan = Scan(sql)
    scan.expect("copy")
    position = scan.position
    options = [Option("format", "binary", position)] if scan.accept("binary") else []
    relation, name, columns, query, offset = "", "", None, "", 0
    if scan.word == "(" and not options:
        query, offset = _query(scan)
        is_from = False
        scan.expect("to")
    else:
        relation, name = _relation(scan)
        columns = _columns(scan) if scan.word == "(" else None
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
    first, position = scan.at, scan.position
    names = scan.names()
    if len(names) > MOST_NAMES:
        raise SqlSyntaxError(
            f"improper qualified name (too many dotted names): {'.'.join(names)}", position=position
        )
    text = scan.sql[scan.tokens[first].start : scan.tokens[scan.at - 1].stop]
    return text, names[-1]


def _columns(scan: Scan) -> tuple[str, ...]:
    scan.expect("(")
    names = scan.name_list()
    scan.expect(")")
    return names


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
    position = scan.position
    if old_delimiters and (scan.accept("using", "delimiters") or scan.accept("delimiters")):
        options.append(Option("delimiter", scan.string(), position))
    scan.accept("with")
    return [*options, *option_list(scan)]


def _filter(scan: Scan, *, is_from: bool) -> str:
    position = scan.position
    if not scan.accept("where"):
        return ""
    if not is_from:
        raise SqlSyntaxError("WHERE clause not allowed with COPY TO", position=position)
    if scan.ended:
        raise scan.error()
    return scan.rest()
