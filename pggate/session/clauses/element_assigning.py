"""
Parts of columns that an UPDATE, MERGE or ON CONFLICT assigns, as whole columns
(translate/arrays/element_assignments.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.vocabulary import type_name
from pggate.errors import ArraySubscriptError, DatatypeMismatch, FeatureNotSupported, UndefinedColumn
from pggate.translate.arrays.element_assignments import JSON, parts, whole_columns
from pggate.translate.syntax.edits import Rewritten
from pggate.translate.texts.kinds import Kind
from pggate.translate.writing import changes, insert, merges

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.engine.binding import BinderCursor
    from pggate.translate.arrays.element_assignments import Part

MOST_SUBSCRIPTS: Final = 2


def with_whole_columns(binder: BinderCursor, sql: str, kind: Kind) -> Rewritten:
    """
    Raises:
        DatatypeMismatch: 42804, a column has no parts, or the value is none for one.
        ArraySubscriptError: 2202E, there are more or fewer subscripts than dimensions.
        FeatureNotSupported: 0A000, DEFAULT for a part, or a part of a part of an array.

    """
    found = parts(sql)
    if not found:
        return Rewritten(sql)
    table, name, alias = _target(sql, kind)
    types = {column.name: column.duckdb_type for column in binder.columns(f"SELECT * FROM {table}")}
    for part in found:
        if part.column not in types:
            raise UndefinedColumn(
                f'column "{part.column}" of relation "{name}" does not exist', position=part.start + 1
            )
        _check(part, types)
    return whole_columns(sql, found, alias, types)


def _target(sql: str, kind: Kind) -> tuple[str, str, str]:
    """The table as it is written, its name, and what its columns are qualified with."""
    if kind is Kind.INSERT:
        parsed = insert.parse(sql)
        return (
            sql[parsed.target.start : parsed.target.stop],
            parsed.names[-1],
            parsed.alias or parsed.names[-1],
        )
    if kind is Kind.MERGE:
        merge = merges.parse(sql)
        return ("", "", "") if merge is None else (merge.text(merge.target), merge.alias, merge.alias)
    change = changes.update(sql)
    return change.text(change.target), change.names[-1], change.alias


def _check(part: Part, types: Mapping[str, str]) -> None:
    of_type, position = types[part.column], part.start + 1
    if part.value.lower() == "default":
        raise FeatureNotSupported("cannot set an array element to DEFAULT", position=position)
    if of_type == JSON:
        if part.is_literal:
            raise DatatypeMismatch(
                f'subscripted assignment to "{part.column}" requires type jsonb'
                " but expression is of type integer",
                hint="You will need to rewrite or cast the expression.",
                position=position,
            )
        return
    dimensions = of_type.count("[]")
    if not dimensions:
        name = type_name(of_type.partition("(")[0])
        raise DatatypeMismatch(
            f"cannot subscript type {name} because it does not support subscripting", position=position
        )
    if (part.bounds is not None and dimensions > 1) or dimensions > MOST_SUBSCRIPTS:
        raise FeatureNotSupported(
            "assigning a part of an array of several dimensions is not supported",
            hint="Assign the whole array.",
        )
    if len(part.subscripts) != dimensions:
        raise ArraySubscriptError("wrong number of array subscripts")
