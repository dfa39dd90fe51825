"""
SET (a, b) = (SELECT ...): a query that gives several columns at once (PostgreSQL 15, UPDATE, "sub-SELECT").

duckdb 1.5.5 has no such assignment.  For the binder each column gets a marked query of its own; what runs
asks the query once for each row, for a row of all the columns.

    (a, b) = (SELECT x, y FROM s)
    a = (SELECT "~given1"."~1" FROM (SELECT x, y FROM s) AS "~given1"("~1", "~2")),
    b = (SELECT "~given1"."~2" FROM (SELECT x, y FROM s) AS "~given1"("~1", "~2"))
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pggate.errors import FeatureNotSupported
from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit, Rewritten, rewrite
from pggate.translate.syntax.looking import closing, commas, unnested, word_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pggate.translate.syntax.looking import Tokens

_SET: Final = re.compile(r"\bset\b", re.IGNORECASE)
_LISTED: Final = re.compile(r"[)\]]\s*=")
_QUERIES: Final = frozenset({"select", "with", "values", "table"})
_ENDS_ITEMS: Final = frozenset(
    {"from", "where", "group", "having", "order", "limit", "offset", "union", "intersect", "except", ""}
)
_MARKED: Final = re.compile(r'\(\s*SELECT ("~given\d+")\.("~\d+") FROM ')


def may_assign_parts(sql: str) -> bool:
    """
    False where a look at the text tells that no list of columns, and no part of one, is assigned.
    """
    return _LISTED.search(sql) is not None and _SET.search(sql) is not None


def each_column(sql: str) -> Rewritten:
    """
    The statement with a query for each column.

    Raises:
        SyntaxError: 42601, there are more or fewer values than columns.
        FeatureNotSupported: 0A000, what is assigned is neither a row nor a query.

    """
    tokens = lexer.tokens(sql)
    edits: list[Edit] = []
    for i, token in unnested(tokens):
        before = word_at(tokens, i - 1)
        if token.word == "(" and (before == "set" or (before == "," and _in_set(tokens, i))):
            close = closing(tokens, i)
            if word_at(tokens, close + 1) == "=":
                edits += _split(sql, tokens, i, close, len(edits) + 1)
    return rewrite(sql, edits)


def _in_set(tokens: Tokens, at: int) -> bool:
    """Does this stand in the list of SET?"""
    clauses = ("set", "from", "where", "returning", "using", "when", "values", "select")
    words = [token.word for i, token in unnested(tokens) if i < at and token.word in clauses]
    return words[-1:] == ["set"]


def _split(sql: str, tokens: Tokens, opening: int, close: int, number: int) -> Iterator[Edit]:
    columns = _texts(sql, tokens, opening, close)
    is_row = word_at(tokens, close + 2) == "row"
    first = close + 2 + is_row
    position = tokens[min(first, len(tokens) - 1)].start + 1
    last = closing(tokens, first) if word_at(tokens, first) == "(" else first
    if word_at(tokens, first) == "(" and word_at(tokens, first + 1) in _QUERIES and not is_row:
        _check_count(tokens, first + 1, len(columns), position)
        query = sql[tokens[first].start : tokens[last].stop]
        given = f'"~given{number}"'
        fields = ", ".join(f'"~{n}"' for n in range(1, len(columns) + 1))
        head = [f'{column} = (SELECT {given}."~{n}" FROM ' for n, column in enumerate(columns, start=1)]
        tail = f" AS {given}({fields}))"
        others = "".join(f"{begin}{query}{tail}, " for begin in head[:-1])
        yield Edit(tokens[opening].start, tokens[first].start, others + head[-1])
        yield Edit(tokens[last].stop, tokens[last].stop, tail)
        return
    values = len(commas(tokens, first, last)) + 1
    if not is_row and values == 1 and word_at(tokens, first + 1) != "(":
        raise FeatureNotSupported(
            "source for a multiple-column UPDATE item must be a sub-SELECT or ROW() expression",
            position=tokens[min(first + (word_at(tokens, first) == "("), len(tokens) - 1)].start + 1,
        )
    if values != len(columns):
        raise _wrong_count(position)


def _texts(sql: str, tokens: Tokens, opening: int, close: int) -> list[str]:
    between = [opening, *commas(tokens, opening, close), close]
    return [sql[tokens[a + 1].start : tokens[b - 1].stop] for a, b in pairwise(between)]


def _check_count(tokens: Tokens, start: int, count: int, position: int) -> None:
    """Of a list without a star."""
    if word_at(tokens, start) != "select":
        return
    items, stars = 1, False
    for _, token in unnested(tokens, start + 1):
        if (token.word in _ENDS_ITEMS and token.kind is lexer.Kind.WORD) or token.word == ")":
            break
        items += token.word == ","
        stars |= token.text == "*"
    if items != count and not stars:
        raise _wrong_count(position)


def _wrong_count(position: int) -> SqlSyntaxError:
    return SqlSyntaxError("number of columns does not match number of values", position=position)


def rows_given(values: Mapping[str, str]) -> dict[str, str]:
    """
    The queries that give several of the values, each as one that gives a row, by their marks.

    Args:
        values: Expressions by the names of columns.

    """
    found: dict[str, str] = {}
    for value in values.values():
        marked = _MARKED.search(value)
        if marked is not None:
            found[marked[1]] = f"(SELECT {marked[1]} FROM {value[marked.end() : _end(value, marked.start())]}"
    return found


def field(value: str) -> str | None:
    """
    A value that such a query gives, as a field of its row; None for any other.
    """
    marked = _MARKED.search(value)
    if marked is None:
        return None
    return f"{value[: marked.start()]}{marked[1]}.{marked[2]}{value[_end(value, marked.start()) :]}"


def _end(text: str, start: int) -> int:
    """Where the parentheses end that begin there."""
    tokens = lexer.tokens(text)
    first = next(i for i, token in enumerate(tokens) if token.start == start)
    return tokens[closing(tokens, first)].stop
