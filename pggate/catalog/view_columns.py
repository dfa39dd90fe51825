"""
What the columns of a view are, where DuckDB's types do not tell: as the relations declare those that plainly
come from them, of the character type that others are made of, moments with the modifier that they keep, and a
numeric without a modifier where it is computed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from pggate.catalog.made_types import made_type
from pggate.catalog.moment_modifiers import moment_modifier
from pggate.engine.moment_columns import NONE
from pggate.translate.characters import character_items
from pggate.types.table import NUMERIC

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pggate.catalog.made_types import Declared
    from pggate.catalog.model import Column
    from pggate.engine.binding import BinderCursor
    from pggate.engine.bound import Bound

    Type: TypeAlias = tuple[int, int]
    """OID and typmod."""


_TO_TEXT: Final = "AS VARCHAR)"
"""How duckdb 1.5.5 writes a cast to a text in a view that it keeps."""


def texts(cursor: BinderCursor, definition: str) -> frozenset[int]:
    """
    The places of the columns that are casts to a text, of which a plan has nothing where they are of one.
    """
    return character_items.casts_of(cursor.tree(definition)) if _TO_TEXT in definition else frozenset()


def declared_types(
    columns: Sequence[Column], bound: Bound, texts: Collection[int], declared: Declared
) -> tuple[Type | None, ...]:
    """
    One for each column of the query that a view is; None where DuckDB's type tells all.

    Args:
        bound: What the binder says of the query.
        texts: The places of those that are cast to a text.
        declared: What is declared of a relation's column, which its columns may come from.

    """

    def of_column(at: int, column: Column) -> Type | None:
        if at in texts:
            return None
        origin = bound.origins[at] if len(bound.origins) == len(columns) else None
        if origin is not None:
            return declared(*origin)
        made = made_type(bound.characters[at], column.duckdb_type, declared) if has_characters else None
        if made is not None:
            return made.oid, made.typmod
        if has_moments:
            modifier = moment_modifier(bound.moments[at], column.type_oid, declared)
            if modifier != NONE:
                return column.type_oid, modifier
        return _unmodified(column) if has_modifiers and not bound.declared[at] else None

    has_characters = len(bound.characters) == len(columns)
    has_moments = len(bound.moments) == len(columns)
    has_modifiers = len(bound.declared) == len(columns)
    return tuple(of_column(at, column) for at, column in enumerate(columns))


def _unmodified(column: Column) -> Type | None:
    """A DECIMAL that is computed is a numeric, whatever digits DuckDB gives it."""
    is_numeric = column.type_oid in (NUMERIC.oid, NUMERIC.array_oid) and column.typmod != -1
    return (column.type_oid, -1) if is_numeric else None
