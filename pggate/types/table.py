r"""
The PostgreSQL types that pggate speaks: one row each, and the ways to find it.

OIDs and lengths are those of PostgreSQL's pg_type (oids.py, checked by a test).  ``sql`` is the spelling that
PostgreSQL uses in messages and psql in ``\\d`` (format_type).  ``duckdb`` is the type of a cast ``$n::TYPE``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

# What PostgreSQL's input functions skip: C's isspace, which knows fewer characters than Python's.
SPACE: Final = " \t\n\r\v\f"


@dataclass(frozen=True, slots=True)
class PgType:
    """
    One PostgreSQL type.

    Args:
        name: pg_type.typname ("int4", "_int4").
        oid: pg_type.oid.
        array_oid: The OID of its array type; 0 for an array type itself and for void.
        typlen: Bytes of a fixed-length value, -1 variable, -2 a C string.
        sql: What format_type prints ("integer", "integer[]").
        duckdb: The DuckDB type that a parameter of this type is cast to and described with.
        element: The type of an array's elements, None for a scalar.
        casts: False where ``$n::duckdb`` would change a value: DuckDB's DECIMAL has one fixed scale,
            PostgreSQL's numeric one per value, so a numeric parameter brings its own DECIMAL type.
        fields: Of a composite type or a record whose values' are known.

    """

    name: str
    oid: int
    array_oid: int
    typlen: int
    sql: str
    duckdb: str
    element: PgType | None = None
    casts: bool = True
    fields: tuple[PgField, ...] = ()


@dataclass(frozen=True, slots=True)
class PgField:
    """
    A field of a composite type: its name, type and modifier (-1: none).
    """

    name: str
    type: PgType
    typmod: int = -1


# fmt: off
BOOL        = PgType("bool",          16, 1000,  1, "boolean",                     "BOOLEAN")
BYTEA       = PgType("bytea",         17, 1001, -1, "bytea",                       "BLOB")
CHAR        = PgType("char",          18, 1002,  1, '"char"',                      "VARCHAR")
NAME        = PgType("name",          19, 1003, 64, "name",                        "VARCHAR")
INT8        = PgType("int8",          20, 1016,  8, "bigint",                      "BIGINT")
INT2        = PgType("int2",          21, 1005,  2, "smallint",                    "SMALLINT")
INT4        = PgType("int4",          23, 1007,  4, "integer",                     "INTEGER")
TEXT        = PgType("text",          25, 1009, -1, "text",                        "VARCHAR")
OID         = PgType("oid",           26, 1028,  4, "oid",                         "BIGINT")
JSON        = PgType("json",         114,  199, -1, "json",                        "JSON")
FLOAT4      = PgType("float4",       700, 1021,  4, "real",                        "FLOAT")
FLOAT8      = PgType("float8",       701, 1022,  8, "double precision",            "DOUBLE")
UNKNOWN     = PgType("unknown",      705,    0, -2, "unknown",                     "VARCHAR")
BPCHAR      = PgType("bpchar",      1042, 1014, -1, "character",                   "VARCHAR")
VARCHAR     = PgType("varchar",     1043, 1015, -1, "character varying",           "VARCHAR")
DATE        = PgType("date",        1082, 1182,  4, "date",                        "DATE")
TIME        = PgType("time",        1083, 1183,  8, "time without time zone",      "TIME")
TIMESTAMP   = PgType("timestamp",   1114, 1115,  8, "timestamp without time zone", "TIMESTAMP")
TIMESTAMPTZ = PgType("timestamptz", 1184, 1185,  8, "timestamp with time zone",    "TIMESTAMP WITH TIME ZONE")
INTERVAL    = PgType("interval",    1186, 1187, 16, "interval",                    "INTERVAL")
TIMETZ      = PgType("timetz",      1266, 1270, 12, "time with time zone",         "TIME WITH TIME ZONE")
BIT         = PgType("bit",         1560, 1561, -1, "bit",                         "BIT")
VARBIT      = PgType("varbit",      1562, 1563, -1, "bit varying",                 "BIT")
NUMERIC     = PgType("numeric",     1700, 1231, -1, "numeric",               "DECIMAL(38,9)", casts=False)
RECORD      = PgType("record",      2249, 2287, -1, "record",                      "VARCHAR")
VOID        = PgType("void",        2278,    0,  4, "void",                        "VARCHAR")
UUID        = PgType("uuid",        2950, 2951, 16, "uuid",                        "UUID")
JSONB       = PgType("jsonb",       3802, 3807, -1, "jsonb",                       "JSON")
# fmt: on

# RECORD is not among them: PostgreSQL, too, has no "input of anonymous composite types".
SCALARS: Final[tuple[PgType, ...]] = (
    *(BOOL, BYTEA, CHAR, NAME, INT8, INT2, INT4, TEXT, OID, JSON, FLOAT4, FLOAT8, UNKNOWN, BPCHAR, VARCHAR),
    *(DATE, TIME, TIMESTAMP, TIMESTAMPTZ, INTERVAL, TIMETZ, BIT, VARBIT, NUMERIC, VOID, UUID, JSONB),
)


def _array(element: PgType) -> PgType:
    return PgType(
        name=f"_{element.name}",
        oid=element.array_oid,
        array_oid=0,
        typlen=-1,
        sql=f"{element.sql}[]",
        duckdb=f"{element.duckdb}[]",
        element=element,
        casts=element.casts,
    )


ARRAYS: Final[dict[PgType, PgType]] = {scalar: _array(scalar) for scalar in SCALARS if scalar.array_oid}

BY_OID: Final[dict[int, PgType]] = {type_.oid: type_ for type_ in (*SCALARS, *ARRAYS.values())}

# The spellings of PostgreSQL 15, table 8.1, beside typname and format_type.
_ALIASES: Final[dict[str, PgType]] = {
    "int": INT4,
    "float": FLOAT8,
    "decimal": NUMERIC,
    "char": BPCHAR,
    "timestamp": TIMESTAMP,
    "time": TIME,
}


def _by_name() -> dict[str, PgType]:
    names: dict[str, PgType] = {}
    for scalar in SCALARS:
        for name in (scalar.name, scalar.sql):
            names[name] = scalar
    names.update(_ALIASES)
    arrays = {f"{name}[]": ARRAYS[scalar] for name, scalar in names.items() if scalar in ARRAYS}
    return names | arrays | {array.name: array for array in ARRAYS.values()}


# Lower-case name → type: typname, format_type's spelling, the manual's aliases, and each with "[]".
BY_NAME: Final[dict[str, PgType]] = _by_name()


def array_of(element: PgType) -> PgType:
    """
    The array type of a scalar; an array type is its own (PostgreSQL has one OID for all dimensions).
    """
    if element.element is not None:
        return element
    return ARRAYS.get(element) or _array(element)  # of a type that was created, which the table does not have
