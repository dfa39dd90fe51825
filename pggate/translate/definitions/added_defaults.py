"""
The default of a column that is added to a table, found by its tokens.

duckdb 1.5.5 makes a transaction of its own of an ADD COLUMN whose default is no literal, and false and
date '2024-01-01' are none; so what an expression stands for has to be known before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.translate.syntax import lexer
from pggate.translate.syntax.looking import unnested, word_at
from pggate.translate.syntax.scan import Scan
from pggate.translate.syntax.spans import Span

if TYPE_CHECKING:
    from pggate.translate.syntax.looking import Tokens

# What may follow a default (PostgreSQL 15, CREATE TABLE, "column_constraint")
_ENDS: Final = frozenset({"constraint", "check", "unique", "primary", "references", "collate", "generated"})


@dataclass(frozen=True, slots=True)
class AddedDefault:
    """
    Args:
        of_type: The column's type as it is written.
        clause: Where DEFAULT and the expression stand.
        expression: The expression.

    """

    of_type: str
    clause: Span
    expression: str


def added_default(sql: str) -> AddedDefault | None:
    """
    The default that ALTER TABLE ADD COLUMN declares; None without one, or where it is a literal already.
    """
    tokens = lexer.tokens(sql)
    at = next((i for i, token in unnested(tokens) if token.word == "default"), None)
    first = _type(sql)
    if at is None or first is None or first >= at:
        return None
    stop = _end(tokens, at + 1)
    value = tokens[at + 1 : stop]
    if not value or (len(value) == 1 and value[0].kind in (lexer.Kind.STRING, lexer.Kind.NUMBER)):
        return None
    clause = Span(tokens[at].start, value[-1].stop)
    of_type = sql[tokens[first].start : tokens[_end(tokens, first, at) - 1].stop]
    return AddedDefault(of_type, clause, sql[value[0].start : clause.stop])


def _type(sql: str) -> int | None:
    """Which token the added column's type begins with."""
    scan = Scan(sql)
    if not scan.accept("alter", "table"):
        return None
    scan.accept("if", "exists")
    scan.accept("only")
    scan.names()
    if not scan.accept("add"):
        return None
    scan.accept("column")
    scan.accept("if", "not", "exists")
    if scan.word in _ENDS or scan.word == "foreign":
        return None
    scan.name()
    return scan.at


def _end(tokens: Tokens, first: int, stop: int | None = None) -> int:
    """Where a constraint follows what begins there."""
    for i, token in unnested(tokens, first):
        if i == stop or token.word == ";" or (i > first and token.word in _ENDS):
            return i
        if i > first and (token.word == "null" or (token.word, word_at(tokens, i + 1)) == ("not", "null")):
            return i
    return len(tokens)
