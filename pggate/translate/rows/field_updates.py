"""
UPDATE of fields, also in a MERGE (PostgreSQL 15, 8.16.4): SET home.city = 'x' is SET home = a row of it and
the other fields.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pggate.errors import DatatypeMismatch, FeatureNotSupported, UndefinedColumn
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.looking import closing, unnested, word_at
from pggate.translate.syntax.quoting import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens
    from pggate.translate.types.composite_names import CompositeNames, PgType

_BEHIND_SET: Final = frozenset({"from", "where", "returning", "when", ";"})


@dataclass(frozen=True, slots=True)
class _Assigned:
    """
    One item of SET: the tokens [first, stop), `value` being the first behind the =.
    """

    names: tuple[str, ...]
    first: int
    value: int
    stop: int


def edits(tokens: Tokens, known: CompositeNames) -> Iterator[Edit]:
    """
    Assignments of whole columns for those of fields.

    Raises:
        UndefinedColumn: 42703, there is no such column, or the type has no such field.
        DatatypeMismatch: 42804, the column is of no composite type.
        FeatureNotSupported: Fields of one column are not assigned side by side.

    """
    target = _target_at(tokens)
    if target is None:
        return
    table, alias = _target(tokens, target)
    row = known.find(table)
    for i, token in unnested(tokens, target):
        if row is not None and token.word == "set":
            yield from _of_list(tokens, list(_items(tokens, i + 1)), row, alias, known)


def _target_at(tokens: Tokens) -> int | None:
    """Where the table of an UPDATE or MERGE stands; a WITH clause may come first."""
    for i, token in unnested(tokens):
        if token.word in ("update", "merge", "insert", "delete"):
            at = i + 1 + (word_at(tokens, i + 1) == "into")
            at += word_at(tokens, at) == "only"
            return at if token.word in ("update", "merge") else None
    return None


def _of_list(
    tokens: Tokens, items: list[_Assigned], row: PgType, alias: str, known: CompositeNames
) -> Iterator[Edit]:
    if not any(len(item.names) > 1 for item in items):
        return
    seen: set[str] = set()
    at = 0
    while at < len(items):
        column = items[at].names[0]
        group = [item for item in items[at:] if len(item.names) > 1 and item.names[0] == column]
        if len(items[at].names) == 1:
            at += 1
            continue
        if column in seen or items[at : at + len(group)] != group:
            raise FeatureNotSupported(
                f'fields of column "{column}" are not assigned side by side',
                hint="Name them one after another.",
            )
        seen.add(column)
        for item in group:
            _check(row, item.names, tokens[item.first].start + 1, known)
        _refuse_repeated(column, group)
        struct = _struct(row, column, known)
        yield from _whole(tokens, group, struct, f"{quote(alias)}.{quote(column)}", known)
        at += len(group)


def refuse_inserted(tokens: Tokens) -> Iterator[Edit]:
    """
    Of INSERT, wherever it stands, and of a MERGE's.

    Raises:
        FeatureNotSupported: A part of a column is its target; duckdb 1.5.5 inserts it as the whole column.

    """
    for i, token in enumerate(tokens):
        opening = _columns_at(tokens, i) if token.word == "insert" else None
        if opening is None or word_at(tokens, opening + 1) in {"select", "with", "values", "table", "from"}:
            continue
        for at in range(opening + 1, closing(tokens, opening)):
            if word_at(tokens, at) in {"(", ","} or word_at(tokens, at - 1) not in {"(", ","}:
                continue
            if (part := _PARTS.get(word_at(tokens, at + 1))) is not None:
                raise FeatureNotSupported(
                    f'{part} of column "{tokens[at].name}" cannot be inserted by itself',
                    hint="Insert the whole column.",
                    position=tokens[at].start + 1,
                )
    yield from ()


_PARTS: Final = {".": "a field", "[": "an element"}


def _columns_at(tokens: Tokens, insert: int) -> int | None:
    """The parenthesis behind INSERT INTO t, or behind a MERGE's INSERT."""
    at = insert + 1
    if word_at(tokens, at) == "into":
        at += 2
        while word_at(tokens, at) == ".":
            at += 2
        at += 2 * (word_at(tokens, at) == "as")
    elif word_at(tokens, insert - 1) != "then":
        return None
    return at if word_at(tokens, at) == "(" else None


def _target(tokens: Tokens, at: int) -> tuple[tuple[str, ...], str]:
    """The table, and what its columns are qualified with."""
    names = [tokens[at].name]
    while word_at(tokens, at + 1) == ".":
        at += 2
        names.append(tokens[at].name)
    at += 1 + (word_at(tokens, at + 1) == "as")
    has_alias = at < len(tokens) and tokens[at].is_name and tokens[at].word not in ("set", "using")
    return tuple(names), tokens[at].name if has_alias else names[-1]


def _items(tokens: Tokens, start: int) -> Iterator[_Assigned]:
    stop = next((i for i, token in unnested(tokens, start) if token.word in _BEHIND_SET), len(tokens))
    commas = [i for i, token in unnested(tokens, start) if i < stop and token.word == ","]
    for before, after in pairwise([start - 1, *commas, stop]):
        equals = next((i for i in range(before + 1, after) if tokens[i].word == "="), None)
        if equals is not None and tokens[before + 1].is_name:
            names = tuple(tokens[i].name for i in range(before + 1, equals, 2))
            yield _Assigned(names, before + 1, equals + 1, after)


def _check(row: PgType, names: tuple[str, ...], position: int, known: CompositeNames) -> None:
    """The column is of a composite type, which has the field."""
    column = names[0]
    of_field = next((each.type for each in row.fields if each.name == column), None)
    if of_field is None:
        raise UndefinedColumn(f'column "{column}" of relation "{row.name}" does not exist', position=position)
    struct = _struct(row, column, known)
    for owner, field in pairwise(names):
        fields = dict(known.struct_fields(struct))
        cannot = f'cannot assign to field "{field}" of column "{owner}" because'
        if not fields:
            raise DatatypeMismatch(
                f"{cannot} its type {_name(of_field, struct)} is not a composite type", position=position
            )
        if field not in fields:
            raise UndefinedColumn(
                f"{cannot} there is no such column in data type {_name(of_field, struct)}", position=position
            )
        struct = fields[field]
        within = of_field.fields if of_field is not None else ()
        of_field = next((one.type for one in within if one.name == field), None)


def _name(of_type: PgType | None, duckdb: str) -> str:
    return duckdb if of_type is None else of_type.sql


def _struct(row: PgType, column: str, known: CompositeNames) -> str:
    """DuckDB's type of a column; a type's own attributes may have changed in this transaction."""
    of_column = next(each.type for each in row.fields if each.name == column)
    return str(of_column.duckdb if of_column.fields else dict(known.struct_fields(row.duckdb))[column])


def _refuse_repeated(column: str, group: list[_Assigned]) -> None:
    """Raises FeatureNotSupported: two assignments change one field of a column, or fields of it."""
    fields = [item.names[1] for item in group]
    if len(set(fields)) < len(fields):
        raise FeatureNotSupported(
            f'fields of a field of column "{column}" are not assigned side by side',
            hint="Assign the whole field.",
        )


def _whole(
    tokens: Tokens, group: list[_Assigned], struct: str, column: str, known: CompositeNames
) -> Iterator[Edit]:
    """
    home.a = 1, home.b = 2 is home = CAST(struct_pack(a := 1, b := 2, c := (t.home).c) AS STRUCT(…)).

    Args:
        struct: DuckDB's type of the column.

    """
    for number, item in enumerate(group):
        opening, ending = _nested(item.names[1:], struct, column, known)
        target = f"{quote(item.names[0])} = CAST(struct_pack(" if number == 0 else ""
        yield Edit(tokens[item.first].start, tokens[item.value].start, target + opening)
        last = tokens[item.stop - 1].stop
        if item is group[-1]:
            assigned = {one.names[1] for one in group}
            ending += f"{_rest(assigned, struct, column, known)}) AS {struct})"
        if ending:
            yield Edit(last, last, ending)


def _nested(names: tuple[str, ...], struct: str, value: str, known: CompositeNames) -> tuple[str, str]:
    """What stands before and behind the value of a field, or of a field of it."""
    field = names[0]
    if len(names) == 1:
        return f"{quote(field)} := ", ""
    inner, part = dict(known.struct_fields(struct))[field], f"({value}).{quote(field)}"
    opening, ending = _nested(names[1:], inner, part, known)
    rest = _rest({names[1]}, inner, part, known)
    return f"{quote(field)} := CAST(struct_pack({opening}", f"{ending}{rest}) AS {inner})"


def _rest(assigned: set[str], struct: str, value: str, known: CompositeNames) -> str:
    return "".join(
        f", {quote(name)} := ({value}).{quote(name)}"
        for name, _ in known.struct_fields(struct)
        if name not in assigned
    )
