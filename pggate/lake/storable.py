"""
Which column types a topic can have, decided on the type's text before the engine sees it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.errors import FeatureNotSupported
from pggate.types.ducktype import parse, spell
from pggate.types.type_map import TYPE_MAP

if TYPE_CHECKING:
    from pggate.types.ducktype import DuckType

REFUSED: Final = {row.duckdb: row.refused for row in TYPE_MAP if row.refused}
"""Types that a topic has no column of, and the way out."""


def storable(column: str, duckdb_type: str) -> None:
    """
    Raise FeatureNotSupported 0A000 when a column of this DuckDB type cannot be stored exactly.

    Args:
        column: Its name, for the message.
        duckdb_type: As DuckDB spells it, e.g. STRUCT(a INTEGER, "b c" VARCHAR[]).

    """
    if (found := refused(parse(duckdb_type))) is not None:
        raise FeatureNotSupported(
            f'column "{column}": type {spell(found)} cannot be stored in a topic', hint=REFUSED[found.name]
        )


def refused(duck_type: DuckType) -> DuckType | None:
    """
    The first part of a type, from the outside in, that cannot be stored.
    """
    if duck_type.name in REFUSED:
        return duck_type
    parts = (refused(child) for _, child in duck_type.children)
    return next((part for part in parts if part is not None), None)
