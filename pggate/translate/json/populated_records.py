"""
json_populate_record and its kin (PostgreSQL 15, 9.16, table 9.47): an object's members as a row has them.

    FROM json_populate_record(NULL::t, j)           (SELECT (j ~>> 'a')::INTEGER AS a, … FROM (SELECT j)) AS …
    FROM json_populate_recordset(NULL::t, j)        the same for each element
    SELECT json_populate_record(row(1, 2)::t, j)    CAST(row(…) AS STRUCT(…)); what j lacks is the row's

The type is told by the cast that the first argument is.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Final

from pggate.translate.definitions.written_types import type_at
from pggate.translate.dialect.set_functions import NO_ALIAS
from pggate.translate.json import json_sets
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import words
from pggate.translate.syntax.looking import closing, commas, word_at
from pggate.translate.syntax.quoting import literal, quote
from pggate.translate.types import composite_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens
    from pggate.translate.types.composite_names import CompositeNames, Field, PgType

OF_ONE: Final = words("json_populate_record jsonb_populate_record")
OF_SEVERAL: Final = words("json_populate_recordset jsonb_populate_recordset")
FUNCTIONS: Final = OF_ONE | OF_SEVERAL

_BEFORE: Final = frozenset({"from", "join", "lateral", ","})
_ROW: Final = '"~r"'
_BASE: Final = '"~b"'
_DOCUMENTS: Final = frozenset({"json", "jsonb"})


def edits(tokens: Tokens, known: CompositeNames) -> Iterator[Edit]:
    """
    The queries for the calls.
    """
    types = {cast.last: cast.type for cast in composite_names.casts(tokens, known)}
    for i, token in enumerate(tokens):
        if token.word not in FUNCTIONS or word_at(tokens, i + 1) != "(" or word_at(tokens, i - 1) == ".":
            continue
        close = closing(tokens, i + 1)
        arguments = commas(tokens, i + 1, close)
        of_type = _type_before(tokens, arguments[0], types) if arguments else None
        in_from = word_at(tokens, i - 1) in _BEFORE and _is_relation(tokens, i)
        if of_type is not None and (in_from or token.word in OF_ONE):
            yield from _call(tokens, (i, arguments[0], close), of_type, _Members(known), in_from=in_from)


def records(tokens: Tokens, known: CompositeNames) -> Iterator[Edit]:
    """
    json_to_record(j) AS t(a int, b addr): the columns of composite types are rows.
    """

    def item(first: int, stop: int) -> str | None:
        found = _column_type(tokens, first, stop, known)
        if found is None:
            return None
        name = tokens[first].name
        return f"{_Members(known).value(_ROW, literal(name), found, found.duckdb)} AS {quote(name)}"

    yield from json_sets.records(tokens, item)


def named(tokens: Tokens, known: CompositeNames) -> tuple[Any, ...]:
    """
    The composite types of columns that json_to_record and its kin are to make.
    """
    found: list[PgType] = []

    def item(first: int, stop: int) -> None:
        of_type = _column_type(tokens, first, stop, known)
        if of_type is not None:
            found.append(of_type)

    deque(json_sets.records(tokens, item), maxlen=0)
    return tuple(dict.fromkeys(found))


def _column_type(tokens: Tokens, first: int, stop: int, known: CompositeNames) -> PgType | None:
    written = type_at(tokens, first + 1, stop)
    return known.find(written.names) if written is not None and not written.is_array else None


def _type_before(tokens: Tokens, comma: int, types: dict[int, PgType]) -> PgType | None:
    """What the first argument is cast to, by :: or CAST(…)."""
    return types.get(comma - 1) or (types.get(comma - 2) if word_at(tokens, comma - 1) == ")" else None)


def _is_relation(tokens: Tokens, i: int) -> bool:
    """Does the call stand for a relation? A comma also stands between the items of a SELECT."""
    if word_at(tokens, i - 1) != ",":
        return True
    depth = 0
    for at in range(i - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(tokens[at].word, 0)
        if depth < 0:
            return False
        if depth == 0 and tokens[at].word in {"from", "select", "where", "by"}:
            return tokens[at].word == "from"
    return False


def _call(
    tokens: Tokens, places: tuple[int, int, int], of_type: PgType, members: _Members, *, in_from: bool
) -> Iterator[Edit]:
    name, comma, close = places
    is_null = word_at(tokens, name + 2) == "null" and word_at(tokens, name + 3) == "::"
    if is_null and not in_from and close == comma + 2:
        # duckdb 1.5.5 cannot take a query's fields: (json_populate_record(NULL::t, j)).*
        made = members.row(f"{tokens[comma + 1].text}::json", of_type)
        yield Edit(tokens[name].start, tokens[close].stop, made)
        return
    items = [
        (field.name, members.member(_ROW, field, duckdb, None if is_null else f"{_BASE}.{quote(field.name)}"))
        for field, duckdb in members.fields(of_type)
    ]
    if in_from:
        made = ", ".join(f"{value} AS {quote(called)}" for called, value in items)
    else:
        made = f"CAST(row({', '.join(value for _, value in items)}) AS {of_type.duckdb})"
    begins, ends = (
        ('unnest("~json_elements"((', ")::json))") if tokens[name].word in OF_SEVERAL else ("(", ")::json")
    )
    yield Edit(tokens[name].start, tokens[name + 1].stop, f"(SELECT {made} FROM (SELECT ")
    yield Edit(tokens[comma].start, tokens[comma].stop, f" AS {_BASE}, {begins}")
    alias = "" if not in_from or _has_alias(tokens, close + 1) else f" AS {quote(tokens[name].word)}"
    yield Edit(tokens[close].start, tokens[close].stop, f"{ends} AS {_ROW})){alias}")


def _has_alias(tokens: Tokens, at: int) -> bool:
    at += word_at(tokens, at) == "as"
    return at < len(tokens) and tokens[at].is_name and tokens[at].word not in NO_ALIAS


class _Members:
    """
    The members of a document as fields of composite types.
    """

    def __init__(self, known: CompositeNames) -> None:
        self._known = known

    def fields(self, of_type: PgType) -> list[tuple[Field, str]]:
        """The fields, each with DuckDB's type of it."""
        parts = self._known.struct_fields(of_type.duckdb)
        return [(field, duckdb) for field, (_, duckdb) in zip(of_type.fields, parts, strict=True)]

    def row(self, document: str, of_type: PgType) -> str:
        """All of them, as a row."""
        values = (self.member(f"({document})", field, duckdb) for field, duckdb in self.fields(of_type))
        return f"CAST(row({', '.join(values)}) AS {of_type.duckdb})"

    def member(self, document: str, field: Field, duckdb: str, base: str | None = None) -> str:
        """One of them; `base` where the document has no such member."""
        key = literal(field.name)
        value = self.value(document, key, field.type, duckdb)
        return value if base is None else f'CASE WHEN "@~"({document}, {key}) THEN {value} ELSE {base} END'

    def value(self, document: str, key: str, of_type: PgType, duckdb: str) -> str:
        """The member of that name as a value of the type."""
        member = f"({document} ~> {key})"
        if of_type.name in _DOCUMENTS:
            return f"{member}::{of_type.name}"
        if of_type.fields:
            return f"CASE WHEN ({document} ~>> {key}) IS NOT NULL THEN {self.row(member, of_type)} END"
        return f"({document} ~>> {key})::{duckdb}"
