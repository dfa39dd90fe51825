"""
The PostgreSQL type that a column of a DuckDB type shows to a client.

It depends on the type's text alone, never on the values.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from pggate.types import table
from pggate.types.ducktype import DuckType, parse, spell

if TYPE_CHECKING:
    from pggate.types.table import PgType

# fmt: off
_SCALARS: Final[dict[str, PgType]] = {
    "BOOLEAN": table.BOOL,
    "TINYINT": table.INT2, "SMALLINT": table.INT2, "INTEGER": table.INT4, "BIGINT": table.INT8,
    "UTINYINT": table.INT2, "USMALLINT": table.INT4, "UINTEGER": table.INT8, "UBIGINT": table.NUMERIC,
    "HUGEINT": table.NUMERIC, "UHUGEINT": table.NUMERIC, "BIGNUM": table.NUMERIC, "DECIMAL": table.NUMERIC,
    "FLOAT": table.FLOAT4, "DOUBLE": table.FLOAT8,
    "VARCHAR": table.TEXT, "ENUM": table.TEXT, "BIT": table.TEXT, "NULL": table.TEXT,
    "BLOB": table.BYTEA, "GEOMETRY": table.BYTEA, "UUID": table.UUID, "JSON": table.JSON,
    "DATE": table.DATE, "TIME": table.TIME, "TIME_NS": table.TIME, "TIME WITH TIME ZONE": table.TIMETZ,
    "TIMESTAMP": table.TIMESTAMP, "TIMESTAMP_S": table.TIMESTAMP, "TIMESTAMP_MS": table.TIMESTAMP,
    "TIMESTAMP_NS": table.TIMESTAMP, "TIMESTAMP WITH TIME ZONE": table.TIMESTAMPTZ,
    "INTERVAL": table.INTERVAL,
    "STRUCT": table.JSON, "MAP": table.JSON, "UNION": table.JSON, "VARIANT": table.JSON,
}

# duckdb 1.5.5 loses these on the way to Arrow: TIMETZ arrives without its offset, INTERVAL as nanoseconds in
# 64 bits (wraps silently beyond 292 years), VARIANT not at all.  Their text keeps everything.
_TRAVELS_AS: Final = {"TIME WITH TIME ZONE": "VARCHAR", "INTERVAL": "VARCHAR", "VARIANT": "JSON"}
# fmt: on

COMPOSITES: Final = frozenset({"STRUCT", "MAP", "UNION", "VARIANT"})


@dataclass(frozen=True, slots=True)
class ColumnType:
    """
    What RowDescription says of a column: the type and its modifier (-1: none).
    """

    type: PgType
    typmod: int = -1


@lru_cache(maxsize=4096)
def column_type(duckdb_type: str) -> ColumnType:
    """
    The PostgreSQL type and typmod of a column of this DuckDB type.

    STRUCT, MAP, UNION, VARIANT and lists of them are json; nested lists of a scalar the scalar's array type
    (PostgreSQL has one OID for all dimensions); a name that is not DuckDB's own is text.
    """
    parsed = parse(duckdb_type)
    innermost = parsed.innermost
    scalar = scalar_type(innermost)
    if not parsed.is_list:
        return ColumnType(scalar, _typmod(innermost))
    if innermost.name in COMPOSITES:
        return ColumnType(table.JSON)
    return ColumnType(table.array_of(scalar), _typmod(innermost))


def scalar_type(parsed: DuckType) -> PgType:
    """
    The PostgreSQL type of a type that is no list.
    """
    return _SCALARS.get(parsed.name, table.TEXT)


@lru_cache(maxsize=4096)
def travels_as(duckdb_type: str) -> str | None:
    """
    The DuckDB type that a column must be cast to before it leaves the engine as Arrow; None: leave it alone.

    ``rows.encode`` reads the cast column under its first type all the same.
    """
    parsed = parse(duckdb_type)
    return spell(_carrier(parsed)) if _is_lost(parsed) else None


def _is_lost(parsed: DuckType) -> bool:
    return parsed.name in _TRAVELS_AS or any(_is_lost(child) for _, child in parsed.children)


def _carrier(parsed: DuckType) -> DuckType:
    if parsed.name in _TRAVELS_AS:
        return DuckType(_TRAVELS_AS[parsed.name])
    # DuckDB has no words for a STRUCT without names, but casts it to one with names.
    struct = parsed.name == "STRUCT"
    children = tuple(
        (name or (f"f{at}" if struct else ""), _carrier(child))
        for at, (name, child) in enumerate(parsed.children, 1)
    )
    return DuckType(parsed.name, parsed.args, children)


def _typmod(parsed: DuckType) -> int:
    # PostgreSQL 15, numeric.c make_numeric_typmod: precision and scale in 16 bits each, plus VARHDRSZ.
    if parsed.name != "DECIMAL" or len(parsed.args) != 2:
        return -1
    precision, scale = (int(argument) for argument in parsed.args)
    return ((precision << 16) | scale) + 4
