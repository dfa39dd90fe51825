"""
RETURNING, and the statement without it (PostgreSQL 15, 6.4 "Returning Data from Modified Rows").

DuckLake has no RETURNING.  What is returned is asked of the rows that were written: the list becomes that of
a query over them, with the WITH clause of the statement in front.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit, Rewritten, rewrite
from pggate.translate.syntax.looking import name_at, place_of, word_at
from pggate.translate.syntax.spans import Span
from pggate.translate.texts.kinds import Kind
from pggate.translate.writing import insert

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pggate.translate.syntax.looking import Tokens

WRITES: Final = frozenset({Kind.INSERT, Kind.UPDATE, Kind.DELETE})


@dataclass(frozen=True, slots=True)
class Clauses:
    """
    Where a statement has what is not the engine's.

    Args:
        sql: The whole statement.
        stop: Where the statement without them ends.
        conflict: Where ON CONFLICT and what belongs to it stands.
        returned: Where RETURNING's list stands.

    """

    sql: str
    stop: int
    conflict: Span | None
    returned: Span | None

    @property
    def main(self) -> str:
        """
        The statement without them: what comes before.
        """
        return self.sql[: self.stop]


def clauses(sql: str, kind: Kind) -> Clauses | None:
    """
    The clauses of an INSERT, UPDATE or DELETE; None if it has none of them.

    Raises:
        SyntaxError: RETURNING stands in a MERGE, which has none in PostgreSQL 15, or nothing follows it.

    """
    lowered = sql.lower()
    if "returning" not in lowered and not (kind is Kind.INSERT and "conflict" in lowered):
        return None
    if kind is Kind.MERGE:
        _refuse_returning(sql)
    if kind not in WRITES:
        return None
    at = place_of("returning", sql)
    conflict = insert.parse(sql).conflict if kind is Kind.INSERT else None
    if at is None and conflict is None:
        return None
    tokens = lexer.tokens(sql)
    starts = [conflict.start] if conflict else []
    returned = None
    if at is not None:
        starts.append(tokens[at].start)
        returned = _list(sql, tokens, at)
    return Clauses(sql, tokens[_before(tokens, min(starts))].stop, conflict, returned)


def _list(sql: str, tokens: Tokens, at: int) -> Span:
    last = len(tokens) - (word_at(tokens, len(tokens) - 1) == ";")
    if at + 1 >= last:
        raise SqlSyntaxError("syntax error at end of input", position=len(sql) + 1)
    return Span(tokens[at + 1].start, tokens[last - 1].stop)


def _before(tokens: Tokens, start: int) -> int:
    return next(i for i, token in enumerate(tokens) if token.start == start) - 1


def _refuse_returning(sql: str) -> None:
    at = place_of("returning", sql)
    if at is not None:
        token = lexer.tokens(sql)[at]
        raise SqlSyntaxError(f'syntax error at or near "{token.text}"', position=token.start + 1)


def query(
    found: Clauses, common: Span, source: str, relations: Collection[tuple[str, ...]] = ()
) -> Rewritten:
    """
    The query that has RETURNING's list for its own.

    Args:
        found: It has one.
        common: Where the statement's WITH clause stands.
        source: What FROM says.
        relations: Names with which the statement mentions a table and its schema: in the list, a column that
            is qualified with both is taken for one of what the table alone names.

    """
    if found.returned is None:
        raise AssertionError("asked for RETURNING alone")
    start, stop = found.returned
    edits = [
        Edit(common.stop, start, " SELECT " if common.stop else "SELECT "),
        Edit(stop, len(found.sql), f" FROM {source}"),
        *(edit for edit in _unqualified(found.sql, relations) if start <= edit.start < stop),
    ]
    return rewrite(found.sql, edits)


def _unqualified(sql: str, relations: Collection[tuple[str, ...]]) -> Iterator[Edit]:
    """
    s.t.a becomes t.a.
    """
    qualified = [names for names in relations if len(names) > 1]
    if not qualified:
        return
    tokens = lexer.tokens(sql)
    for i in range(len(tokens)):
        for names in qualified:
            size = 2 * len(names)  # as many dots
            found = tuple(name_at(tokens, i + step) for step in range(0, size, 2))
            dots = {word_at(tokens, i + step) for step in range(1, size, 2)}
            if found == names and dots == {"."} and word_at(tokens, i - 1) != ".":
                yield Edit(tokens[i].start, tokens[i + size - 2].start, "")
