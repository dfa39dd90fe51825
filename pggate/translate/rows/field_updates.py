"""
UPDATE of fields (PostgreSQL 15, 8.16.4): SET home.city = 'x' is SET home = a row of it and the other fields.
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

_BEHIND_SET: Final = frozenset({"from", "where", "returning", ";"})


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
    set_at = next((i for i, token in unnested(tokens) if token.word == "set"), None)
    if set_at is None or word_at(tokens, 0) != "update":
        return
    table, alias = _target(tokens, set_at)
    row = known.find(table)
    items = list(_items(tokens, set_at + 1))
    if row is None or not any(len(item.names) > 1 for item in items):
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
        struct = dict(known.struct_fields(row.duckdb))[column]
        qualified = f"{quote(alias)}.{quote(column)}"
        yield from _whole(tokens, group, (struct, known.struct_fields(struct)), qualified)
        at += len(group)


def refuse_inserted(tokens: Tokens) -> Iterator[Edit]:
    """
    Raises:
        FeatureNotSupported: INSERT names a field of a column as its target.

    """
    at = next((i for i in range(1, len(tokens)) if tokens[i - 1].word == "into"), len(tokens))
    while word_at(tokens, at + 1) == ".":
        at += 2
    if word_at(tokens, at + 1) == "(":
        for i in range(at + 2, closing(tokens, at + 1)):
            if (
                tokens[i].word == "."
                and tokens[i - 1].is_name
                and word_at(tokens, at + 2) not in {"select", "with"}
            ):
                raise FeatureNotSupported(
                    f'a field of column "{tokens[i - 1].name}" cannot be inserted by itself',
                    hint="Insert a row of all its fields.",
                    position=tokens[i - 1].start + 1,
                )
    yield from ()


def _target(tokens: Tokens, set_at: int) -> tuple[tuple[str, ...], str]:
    """The table, and what its columns are qualified with."""
    at = 1 + (word_at(tokens, 1) == "only")
    names = [tokens[at].name]
    while word_at(tokens, at + 1) == ".":
        at += 2
        names.append(tokens[at].name)
    at += 1 + (word_at(tokens, at + 1) == "as")
    return tuple(names), tokens[at].name if at < set_at else names[-1]


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
    column, field = names[0], names[1]
    of_field = next((each.type for each in row.fields if each.name == column), None)
    if of_field is None:
        raise UndefinedColumn(f'column "{column}" of relation "{row.name}" does not exist', position=position)
    cannot = f'cannot assign to field "{field}" of column "{column}" because'
    fields = known.struct_fields(dict(known.struct_fields(row.duckdb))[column])
    if not fields:
        raise DatatypeMismatch(f"{cannot} its type {of_field.sql} is not a composite type", position=position)
    if field not in dict(fields):
        raise UndefinedColumn(
            f"{cannot} there is no such column in data type {of_field.sql}", position=position
        )
    if len(names) > 2:
        raise FeatureNotSupported("fields of fields cannot be assigned", hint="Assign the whole field.")


def _whole(
    tokens: Tokens,
    group: list[_Assigned],
    struct: tuple[str, tuple[tuple[str, str], ...]],
    column: str,
) -> Iterator[Edit]:
    """
    home.a = 1, home.b = 2 is home = CAST(struct_pack(a := 1, b := 2, c := (t.home).c) AS STRUCT(…)).

    Args:
        struct: DuckDB's type of the column, and the fields of that.

    """
    assigned = {item.names[1] for item in group}
    for number, item in enumerate(group):
        target = f"{quote(item.names[0])} = CAST(struct_pack(" if number == 0 else ""
        begin, end = tokens[item.first].start, tokens[item.value].start
        yield Edit(begin, end, f"{target}{quote(item.names[1])} := ")
    of_type, fields = struct
    rest = "".join(
        f", {quote(name)} := ({column}).{quote(name)}" for name, _ in fields if name not in assigned
    )
    last = tokens[group[-1].stop - 1].stop
    yield Edit(last, last, f"{rest}) AS {of_type})")
