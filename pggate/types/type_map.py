"""
Every type of DuckDB's, the PostgreSQL type that its columns are to a client, and whether a topic keeps it.

The one place where this stands: duck.py describes columns by it, lake/storable.py refuses by it, and
pggate.type_matrix and docs/types.md show it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.types import table

if TYPE_CHECKING:
    from pggate.types.table import PgType


@dataclass(frozen=True, slots=True)
class TypeRow:
    """
    One type of DuckDB's.

    Args:
        duckdb: Its canonical name, as `ducktype` parses it.
        type: What a column of it is to a client; None where that follows from its elements.
        refused: The way out where a topic has no column of it; empty where a topic keeps every value.
        note: What a user should know of it.
        stored_as: What a column is that CREATE TABLE and ALTER TABLE write so, though the type is refused.

    """

    duckdb: str
    type: PgType | None
    refused: str = ""
    note: str = ""
    stored_as: str = ""


_WHOLE: Final = "Use DECIMAL(38, 0)."
_AS_WHOLE: Final = "numeric(38,0)"
_BEYOND: Final = "what a topic's 38 digits do not hold is 22003"
_OF_ELEMENTS: Final = "the array type of its innermost elements; json of composites"
_BY_INSERT: Final = "written by SQL alone, neither by COPY FROM STDIN nor from Arrow"
_BY_NAME: Final = "an object by the names; whole numbers and decimals keep all their digits"

# Facts of duckdb 1.5.5 with DuckLake: HUGEINT and UHUGEINT would be stored as doubles, INTERVAL as
# milliseconds, TIMETZ without its offset, all silently; an inserted TIME_NS invalidates the whole instance;
# BIT, ENUM, UNION, fixed ARRAY and BIGNUM have no DuckLake type at all.
# fmt: off
TYPE_MAP: Final = (
    TypeRow("BOOLEAN",      table.BOOL),
    TypeRow("TINYINT",      table.INT2),
    TypeRow("SMALLINT",     table.INT2),
    TypeRow("INTEGER",      table.INT4),
    TypeRow("BIGINT",       table.INT8),
    TypeRow("UTINYINT",     table.INT2),
    TypeRow("USMALLINT",    table.INT4),
    TypeRow("UINTEGER",     table.INT8),
    TypeRow("UBIGINT",      table.NUMERIC, note="numeric(20,0)"),
    TypeRow("HUGEINT",      table.NUMERIC, _WHOLE, _BEYOND, _AS_WHOLE),
    TypeRow("UHUGEINT",     table.NUMERIC, _WHOLE, _BEYOND, _AS_WHOLE),
    TypeRow("BIGNUM",       table.NUMERIC, "Use DECIMAL(38, 0) or VARCHAR."),
    TypeRow("DECIMAL",      table.NUMERIC, note="precision and scale are the typmod"),
    TypeRow("FLOAT",        table.FLOAT4),
    TypeRow("DOUBLE",       table.FLOAT8),
    TypeRow("VARCHAR",      table.TEXT,    note="varchar(n) and char(n) where so declared; NUL is 22021"),
    TypeRow("ENUM",         table.TEXT,    "Use CREATE TYPE … AS ENUM.", "CREATE TYPE: its own OID"),
    TypeRow("BLOB",         table.BYTEA),
    TypeRow("BIT",          table.VARBIT,  "Use VARCHAR or BYTEA."),
    TypeRow("UUID",         table.UUID),
    TypeRow("JSON",         table.JSON),
    TypeRow("DATE",         table.DATE,    note="with infinity and years BC"),
    TypeRow("TIME",         table.TIME),
    TypeRow("TIME_NS",      table.TIME,    "Use TIME or TIMESTAMP_NS.", "nanoseconds are cut off"),
    TypeRow("TIME WITH TIME ZONE", table.TIMETZ, "Use TIMESTAMPTZ, or TIME and a column for the offset."),
    TypeRow("TIMESTAMP",    table.TIMESTAMP, note="with infinity and years BC"),
    TypeRow("TIMESTAMP_S",  table.TIMESTAMP),
    TypeRow("TIMESTAMP_MS", table.TIMESTAMP),
    TypeRow("TIMESTAMP_NS", table.TIMESTAMP, note="nanoseconds are cut off"),
    TypeRow("TIMESTAMP WITH TIME ZONE", table.TIMESTAMPTZ, note="shown in the session's TimeZone"),
    TypeRow("INTERVAL",     table.INTERVAL, "Use BIGINT columns for months, days and microseconds."),
    TypeRow("LIST",         None,          note=_OF_ELEMENTS),
    TypeRow("ARRAY",        None,          "Use a list without a length.", "as LIST"),
    TypeRow("STRUCT",       table.JSON,    note=_BY_NAME),
    TypeRow("MAP",          table.JSON,    note=_BY_NAME),
    TypeRow("UNION",        table.JSON,    "Use JSON, or one column for each member.", "its present member"),
    TypeRow("VARIANT",      table.JSON,    note=_BY_INSERT),
    TypeRow("GEOMETRY",     table.BYTEA,   note=f"as well-known binary; {_BY_INSERT}"),
    TypeRow("NULL",         table.TEXT,    "Cast the column to a type."),
)
# fmt: on
