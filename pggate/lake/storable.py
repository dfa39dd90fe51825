"""
Which column types a topic can have, decided on the type's text before the engine sees it.

Facts of duckdb 1.5.5 with DuckLake: HUGEINT and UHUGEINT are stored as doubles, INTERVAL as milliseconds,
TIMETZ without its offset, all silently; an inserted TIME_NS invalidates the whole instance; BIT, ENUM,
UNION, fixed ARRAY and BIGNUM have no DuckLake type at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.errors import FeatureNotSupported
from pggate.types.ducktype import parse, spell

if TYPE_CHECKING:
    from pggate.types.ducktype import DuckType

# fmt: off
REFUSED: Final = {
    "HUGEINT":             "Use DECIMAL(38, 0).",
    "UHUGEINT":            "Use DECIMAL(38, 0).",
    "UINT128":             "Use DECIMAL(38, 0).",
    "BIGNUM":              "Use DECIMAL(38, 0) or VARCHAR.",
    "INTERVAL":            "Use BIGINT columns for months, days and microseconds.",
    "TIME WITH TIME ZONE": "Use TIMESTAMPTZ, or TIME and a column for the offset.",
    "TIME_NS":             "Use TIME or TIMESTAMP_NS.",
    "BIT":                 "Use VARCHAR or BYTEA.",
    "ENUM":                "Use VARCHAR.",
    "UNION":               "Use JSON, or one column for each member.",
    "ARRAY":               "Use a list without a length.",
    "NULL":                "Cast the column to a type.",
}
# fmt: on


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
