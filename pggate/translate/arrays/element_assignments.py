"""
SET tags[2] = 'x', j['k'] = '1': parts of a column that are assigned (PostgreSQL 15, 8.15.4, 8.14.5).

duckdb 1.5.5 assigns whole columns: each part becomes a call that gives the column with that part changed.
Several parts of one column become one assignment, in their order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit, Rewritten, rewrite
from pggate.translate.syntax.looking import unnested, word_at
from pggate.translate.syntax.quoting import quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pggate.translate.syntax.looking import Tokens

_SUBSCRIPTED: Final = re.compile(r"\]\s*=[^=]")
_CLAUSES: Final = frozenset({"set", "from", "where", "returning", "using", "when", "on", "select", "values"})
JSON: Final = "JSON"
"""DuckDB's type of the documents that have subscripts."""


@dataclass(frozen=True, slots=True)
class Part:
    """
    One part of a column that is assigned.

    Args:
        column: Folded.
        subscripts: What stands in each pair of brackets.
        value: The text behind the =.
        start: Where the column's name stands.
        value_start: Where the value begins.
        stop: Where it ends.
        previous: Where what stands before it ends; a comma between is the list's.

    """

    column: str
    subscripts: tuple[str, ...]
    value: str
    start: int
    value_start: int
    stop: int
    previous: int

    @property
    def is_literal(self) -> bool:
        """Is the value a number by itself, which is of no other type?"""
        tokens = lexer.tokens(self.value)
        return len(tokens) == 1 and tokens[0].kind is lexer.Kind.NUMBER

    @property
    def bounds(self) -> tuple[str, str] | None:
        """Those of a slice; None of an element."""
        if len(self.subscripts) > 1:
            return None
        text = self.subscripts[0]
        colon = next((token for _, token in unnested(lexer.tokens(text)) if token.word == ":"), None)
        return None if colon is None else (text[: colon.start].strip(), text[colon.stop :].strip())


def parts(sql: str) -> list[Part]:
    """
    The parts of columns that a statement assigns.
    """
    if not _SUBSCRIPTED.search(sql):
        return []
    tokens = lexer.tokens(sql)
    found: list[Part] = []
    clause = ""
    for i, token in unnested(tokens):
        if token.word in _CLAUSES:
            clause = token.word
        begins = clause == "set" and token.is_name and word_at(tokens, i - 1) in {"set", ","}
        if begins and word_at(tokens, i + 1) == "[":
            part = _part(sql, tokens, i)
            found += [] if part is None else [part]
    return found


def _part(sql: str, tokens: Tokens, first: int) -> Part | None:
    subscripts = []
    at = first + 1
    while word_at(tokens, at) == "[":
        close = _closing(tokens, at)
        subscripts.append(sql[tokens[at].stop : tokens[close].start].strip())
        at = close + 1
    if word_at(tokens, at) != "=" or at + 1 >= len(tokens):
        return None
    ends = _CLAUSES | {",", ";"}
    stop = next(
        (i for i, token in unnested(tokens, at + 1) if token.word in ends and i > at + 1), len(tokens)
    )
    start, end = tokens[at + 1].start, tokens[stop - 1].stop
    return Part(
        tokens[first].name,
        tuple(subscripts),
        sql[start:end],
        tokens[first].start,
        start,
        end,
        tokens[first - 2].stop,
    )


def _closing(tokens: Tokens, opening: int) -> int:
    depth = 0
    for i in range(opening, len(tokens)):
        depth += {"[": 1, "(": 1, "]": -1, ")": -1}.get(tokens[i].word, 0)
        if depth == 0:
            return i
    return len(tokens) - 1


def whole_columns(sql: str, found: Sequence[Part], alias: str, types: Mapping[str, str]) -> Rewritten:
    """
    The statement with whole columns assigned.

    Args:
        alias: What the target's columns are qualified with.
        types: DuckDB's types of the columns: a list's, or JSON.

    """
    edits: list[Edit] = []
    ordered = sorted(found, key=lambda part: part.column)
    for column, several in groupby(ordered, key=lambda part: part.column):
        edits += _whole(list(several), f"{quote(alias)}.{quote(column)}", types[column])
    return rewrite(sql, edits)


def _whole(several: Sequence[Part], column: str, of_type: str) -> Iterator[Edit]:
    """f(f(t.c, 1, 'a'), 2, 'b'): the first value stays where it stands."""
    first, *others = several
    calls = [_call(part, of_type) for part in several]
    before = "".join(begin for begin, *_ in reversed(calls))
    _, between, open_value, close_value = calls[0]
    yield Edit(
        first.start, first.value_start, f"{quote(first.column)} = {before}{column}{between}{open_value}"
    )
    behind = close_value
    for part, (_, between_, open_, close) in zip(others, calls[1:], strict=True):
        behind += f"{between_}{open_}{part.value}{close}"
        yield Edit(part.previous, part.stop, "")
    yield Edit(first.stop, first.stop, behind)


def _call(part: Part, of_type: str) -> tuple[str, str, str, str]:
    """What stands before the column, between it and the value, and around the value."""
    if of_type == JSON:
        path = ", ".join(f"CAST(({subscript}) AS VARCHAR)" for subscript in part.subscripts)
        kind = "true" if _is_integer(part.subscripts[0]) else "false"
        return '"~jsonb_assigned"(', f", [{path}], {kind}, ", "CAST(", " AS jsonb))"
    bounds = part.bounds
    if bounds is not None:
        listed = ", ".join(f"CAST(({bound}) AS INTEGER)" if bound else "NULL" for bound in bounds)
        omitted = ", ".join("false" if bound else "true" for bound in bounds)
        return '"~slice_assigned"(', f", {listed}, {omitted}, ", "CAST((", f") AS {of_type}))"
    places = [f"CAST(({subscript}) AS INTEGER)" for subscript in part.subscripts]
    element = of_type.removesuffix("[]" * len(places))
    name = ('"~element_assigned"', '"~inner_element_assigned"')[len(places) - 1]
    return f"{name}(", f", {', '.join(places)}, ", "CAST((", f") AS {element}))"


def _is_integer(subscript: str) -> bool:
    """May the first step be a place of an array?"""
    tokens = lexer.tokens(subscript)
    return any(token.kind is lexer.Kind.NUMBER for token in tokens)
