"""
The PostgreSQL type that a column of a DuckDB type shows to a client.

It depends on the type's text alone, never on the values.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from pggate.types import composites, table
from pggate.types.ducktype import DuckType, parse, spell
from pggate.types.enums import marked_type
from pggate.types.reg_types import reg_type
from pggate.types.table import PgField
from pggate.types.type_map import TYPE_MAP
from pggate.types.unconstrained import is_unconstrained

if TYPE_CHECKING:
    from pggate.types.table import PgType

_SCALARS: Final = {row.duckdb: row.type for row in TYPE_MAP if row.type is not None}

# duckdb 1.5.5 loses these on the way to Arrow: TIMETZ arrives without its offset, INTERVAL as nanoseconds in
# 64 bits (wraps silently beyond 292 years), VARIANT not at all.  Their text keeps everything.
_TRAVELS_AS: Final = {"TIME WITH TIME ZONE": "VARCHAR", "INTERVAL": "VARCHAR", "VARIANT": "JSON"}

# What clients that know numbers of up to 64 bits and signed alone must be told the size of: DuckDB's own
# reads a numeric without one as a double.
_BOUNDED: Final = {"UBIGINT": DuckType("DECIMAL", (20, 0))}

# Their 64 bits reach further than those of microseconds do.
_COARSE_MOMENTS: Final = frozenset({"TIMESTAMP_S", "TIMESTAMP_MS"})

COMPOSITES: Final = frozenset({"STRUCT", "MAP", "UNION", "VARIANT"})


@dataclass(frozen=True, slots=True)
class ColumnType:
    """
    What RowDescription says of a column: the type and its modifier (-1: none).
    """

    type: PgType
    typmod: int = -1


@dataclass(frozen=True, slots=True)
class Shown:
    """
    What a session asks for where PostgreSQL's types leave a choice.

    Args:
        nested_as_json: Nested lists are json, and need not be rectangular (pggate.nested_lists).
        structs_as_composites: STRUCTs are of composite types (pggate.struct_as); a ROW(...) is a record.
        composites: The composite types that STRUCTs of their `duckdb` are of.
        rows_as_records: STRUCTs are rows of a query, which are records.

    """

    nested_as_json: bool = False
    structs_as_composites: bool = False
    composites: tuple[PgType, ...] = ()
    rows_as_records: bool = False


USUAL: Final = Shown()


@lru_cache(maxsize=4096)
def column_type(duckdb_type: str, shown: Shown = USUAL) -> ColumnType:
    """
    The PostgreSQL type and typmod of a column of this DuckDB type.

    STRUCT, MAP, UNION, VARIANT and lists of them are json, a ROW a record; nested lists of a scalar the
    scalar's array type (PostgreSQL has one OID for all dimensions); a name that is not DuckDB's own is text.
    """
    parsed = parse(duckdb_type)
    innermost = parsed.innermost
    scalar = reg_type(innermost) or composite_type(innermost, shown) or scalar_type(innermost)
    if not parsed.is_list:
        return ColumnType(scalar, _typmod(innermost))
    is_document = innermost.name in COMPOSITES and scalar is table.JSON
    if is_document or (shown.nested_as_json and parsed.dimensions > 1):
        return ColumnType(table.JSON)
    return ColumnType(table.array_of(scalar), _typmod(innermost))


def composite_type(parsed: DuckType, shown: Shown = USUAL) -> PgType | None:
    """
    The composite type or the record that a STRUCT is shown as; None where it is json, and of any other type.
    """
    if parsed.name != "STRUCT" or not parsed.children:
        return None
    duckdb = spell(parsed)
    known = next((one for one in shown.composites if one.duckdb == duckdb), None)
    is_row = not any(name for name, _ in parsed.children)
    if known is not None or not (is_row or shown.rows_as_records or shown.structs_as_composites):
        return known
    types = [(name, column_type(spell(child), shown)) for name, child in parsed.children]
    fields = tuple(
        PgField(name or f"f{at}", found.type, found.typmod) for at, (name, found) in enumerate(types, 1)
    )
    if is_row or shown.rows_as_records:
        return composites.record(fields, duckdb)
    return composites.struct_type(fields, duckdb)


def scalar_type(parsed: DuckType) -> PgType:
    """
    The PostgreSQL type of a type that is no list.
    """
    if parsed.name == "ENUM" and parsed.args:
        return marked_type(str(parsed.args[-1])) or table.TEXT
    return _SCALARS.get(parsed.name, table.TEXT)


@lru_cache(maxsize=4096)
def travels_as(duckdb_type: str) -> str | None:
    """
    The DuckDB type that a column must be cast to before it leaves the engine as Arrow; None: leave it alone.

    ``rows.encode`` reads the cast column under its first type all the same.
    """
    parsed = parse(duckdb_type)
    return spell(_carrier(parsed)) if _is_lost(parsed) else None


@lru_cache(maxsize=4096)
def is_nested(duckdb_type: str) -> bool:
    """
    Whether it is one of lists of lists.
    """
    return parse(duckdb_type).dimensions > 1


@lru_cache(maxsize=4096)
def is_partial(duckdb_type: str) -> bool:
    """
    Whether some values of it have no PostgreSQL form: arrays are rectangular, and moments have 64 bits.
    """
    return _is_partial(parse(duckdb_type))


def _is_partial(parsed: DuckType) -> bool:
    return (
        parsed.name in _COARSE_MOMENTS
        or parsed.dimensions > 1
        or any(_is_partial(child) for _, child in parsed.children)
    )


def numeric_typmod(precision: int, scale: int) -> int:
    """
    pg_attribute.atttypmod of a numeric(precision, scale).

    PostgreSQL 15, numeric.c make_numeric_typmod: both in 16 bits each, plus VARHDRSZ.
    """
    return ((precision << 16) | scale) + 4


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
    parsed = _BOUNDED.get(parsed.name, parsed)
    if parsed.name != "DECIMAL" or len(parsed.args) != 2 or is_unconstrained(parsed):
        return -1
    precision, scale = (int(argument) for argument in parsed.args)
    return numeric_typmod(precision, scale)
