"""
Kinds of columns: what values of each are to hypothesis, to DuckDB, to Arrow and to PostgreSQL.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from struct import pack
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import pyarrow as pa
from hypothesis import strategies as st

from pggate.types import table
from pggate.types.bit_strings import bits_binary
from pggate.types.columns import ColumnEncoding, column_encoding
from tests.types import drawn, engine_arrays, sent_values
from tests.types.drawn import integers
from tests.types.engine_arrays import exported, mapped, of, seen_as
from tests.types.sent_values import packed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import tzinfo

    from pggate.types.table import PgType
    from tests.types.engine_arrays import Made
    from tests.types.sent_values import Sent


@dataclass(frozen=True, slots=True)
class Kind:
    """
    Columns of one type.

    Args:
        duckdb: Its DuckDB type.
        postgres: The type of a column of PostgreSQL's.
        values: Any value but NULL.
        edges: Those that are tried every time.
        array: Values (None is NULL) as an array, in a layout that the engine gives them.
        sent: A value in PostgreSQL's binary format.
        shown: The type that it is shown as, where the DuckDB type alone does not say.

    """

    duckdb: str
    postgres: str
    values: st.SearchStrategy[Any]
    edges: Sequence[Any]
    array: Made
    sent: Sent
    shown: PgType | None = None

    def encoding(self, format_: int, zone: tzinfo) -> ColumnEncoding:
        found = column_encoding(self.duckdb, format_, zone)
        return found if self.shown is None else replace(found, type=self.shown)

    def cells(self, values: Sequence[Any]) -> list[bytes | None]:
        return [None if value is None else self.sent(value) for value in values]


def scaled(scale: int, unscaled: int) -> Decimal:
    # Not scaleb: it rounds to the context's 28 digits.
    return Decimal(f"{unscaled}e-{scale}")


def numeric(precision: int, scale: int) -> Kind:
    most = 10**precision - 1
    return Kind(
        f"DECIMAL({precision},{scale})",
        "numeric",
        st.integers(-most, most).map(partial(scaled, scale)),
        [scaled(scale, value) for value in drawn.numbers(-most, most)],
        of(pa.decimal128(precision, scale)),
        sent_values.numeric,
    )


def whole(duckdb_type: str, low: int, high: int) -> Kind:
    """Whole numbers that PostgreSQL has no integer for."""
    return Kind(
        duckdb_type,
        "numeric",
        st.integers(low, high),
        drawn.numbers(low, high),
        exported(duckdb_type),
        sent_values.numeric,
    )


def text(postgres: str, shown: PgType | None = None, spell: Callable[[str], str] = str) -> Kind:
    edges = list(dict.fromkeys(map(spell, drawn.HARD_TEXTS)))
    return Kind("VARCHAR", postgres, drawn.TEXTS.map(spell), edges, of(pa.string()), str.encode, shown)


def json(
    postgres: str,
    values: st.SearchStrategy[str],
    edges: Sequence[str],
    head: bytes,
    shown: PgType | None = None,
) -> Kind:
    return Kind("JSON", postgres, values, edges, of(pa.string()), lambda value: head + value.encode(), shown)


def uuid(array: Made) -> Kind:
    edges = [UUID(int=0), UUID(int=2**128 - 1)]
    return Kind("UUID", "uuid", st.uuids(), edges, array, lambda value: value.bytes)


def moment(duckdb_type: str, postgres: str, per_second: int, layout: Any) -> Kind:
    return Kind(
        duckdb_type,
        postgres,
        drawn.moments(per_second),
        drawn.edge_moments(per_second),
        seen_as(pa.int64(), layout),
        partial(sent_values.moment, per_second),
    )


def items(kind: Kind) -> st.SearchStrategy[Any]:
    """Values, NULL among them."""
    return st.sampled_from([None, *kind.edges]) | kind.values


def array_of(kind: Kind, dimensions: int = 1) -> Kind:
    item = items(kind)
    edges = [[], [None], [None, None], [*kind.edges, None], *([edge] for edge in kind.edges)]
    array = kind.array
    for _ in range(dimensions):
        array = partial(engine_arrays.listed, array)
    return Kind(
        kind.duckdb + "[]" * dimensions,
        kind.postgres + "[]",
        st.lists(item, max_size=4) if dimensions == 1 else drawn.rectangles(item, dimensions),
        edges if dimensions == 1 else [],
        array,
        partial(sent_values.array, kind.postgres, kind.sent),
        kind.shown and table.array_of(kind.shown),
    )


def fixed_array_of(kind: Kind, size: int) -> Kind:
    """DuckDB's ARRAY."""
    return replace(
        array_of(kind),
        duckdb=f"{kind.duckdb}[{size}]",
        values=st.lists(items(kind), min_size=size, max_size=size),
        edges=[[None] * size],
        array=partial(engine_arrays.listed_equally, kind.array, size),
    )


# DECIMAL has neither NaN nor infinities, and 38 digits at most: PostgreSQL's numeric is not asked for more.
# fmt: off
SCALARS: Final[dict[str, Kind]] = {
    "bool": Kind("BOOLEAN", "bool", st.booleans(), [True, False], of(pa.bool_()), packed("!?")),
    "int1": Kind("TINYINT", "int2", integers(8), [127, -128], of(pa.int8()), packed("!h")),
    "int2": Kind("SMALLINT", "int2", integers(16), drawn.bounds(16), of(pa.int16()), packed("!h")),
    "int4": Kind("INTEGER", "int4", integers(32), drawn.bounds(32), of(pa.int32()), packed("!i")),
    "int8": Kind("BIGINT", "int8", integers(64), drawn.bounds(64), of(pa.int64()), packed("!q")),
    "uint1": Kind("UTINYINT", "int2", st.integers(0, 2**8 - 1), [2**8 - 1], of(pa.uint8()), packed("!h")),
    "uint2": Kind("USMALLINT", "int4", st.integers(0, 2**16 - 1), [2**16 - 1], of(pa.uint16()), packed("!i")),
    "uint4": Kind("UINTEGER", "int8", st.integers(0, 2**32 - 1), [2**32 - 1], of(pa.uint32()), packed("!q")),
    "uint8": Kind("UBIGINT", "numeric", st.integers(0, 2**64 - 1), [2**64 - 1], of(pa.uint64()), sent_values.numeric),
    "int16": whole("HUGEINT", -(2**127), 2**127 - 1),
    "uint16": whole("UHUGEINT", 0, 2**128 - 1),
    "bignum": whole("BIGNUM", -(10**60), 10**60),
    "decimal(4,1)": numeric(4, 1),
    "decimal(9,4)": numeric(9, 4),
    "decimal(18,0)": numeric(18, 0),
    "decimal(18,17)": numeric(18, 17),
    "decimal(38,6)": numeric(38, 6),
    "decimal(38,38)": numeric(38, 38),
    "float4": Kind("FLOAT", "float4", st.integers(0, 2**32 - 1), drawn.FLOAT4_BITS, seen_as(pa.uint32(), pa.float32()), packed("!I")),
    "float8": Kind("DOUBLE", "float8", st.integers(0, 2**64 - 1), drawn.FLOAT8_BITS, seen_as(pa.uint64(), pa.float64()), packed("!Q")),
    "text": text("text"),
    "varchar": text("varchar", table.VARCHAR),
    "varchar(n)": text(f"varchar({drawn.MOST_CHARACTERS})", table.VARCHAR),
    "char(n)": text(f"bpchar({drawn.MOST_CHARACTERS})", table.BPCHAR, lambda value: value.ljust(drawn.MOST_CHARACTERS)),
    "name": text("name", table.NAME, lambda value: value.encode()[:63].decode(errors="ignore")),
    # A byte, which is a character where it is ASCII; no byte is NUL.
    '"char"': Kind("VARCHAR", '"char"', st.characters(codec="ascii", exclude_characters="\0"), ["", '"', "\\", " ", "\n"],
                   of(pa.string()), lambda value: value.encode() or b"\0", table.CHAR),
    "enum": Kind("ENUM('a', 'b,')", "text", st.sampled_from(["a", "b,"]), ["a", "b,"], engine_arrays.enumerated, str.encode),
    "bit": Kind("BIT", "varbit", st.text("01", min_size=1, max_size=70), ["0", "1" * 8, "1" * 9], exported("BIT"), bits_binary),
    "json": json("json", drawn.JSON_VALUES.map(drawn.json_text), ['{"a" :\n1.50} ', '"\\u0000\\u00e9"'], b""),
    "jsonb": json("jsonb", drawn.JSON_VALUES.map(drawn.jsonb_text), ["{}", '{"a": 1}', "null"], b"\1", table.JSONB),
    "bytea": Kind("BLOB", "bytea", st.binary(max_size=40), drawn.HARD_BYTES, of(pa.binary()), bytes),
    "uuid": uuid(mapped(str, pa.string())),
    "uuid in 16 bytes": uuid(mapped(lambda value: value.bytes, pa.binary(16))),
    "oid": Kind("BIGINT", "oid", st.integers(0, 2**32 - 1), [0, 2**31, 2**32 - 1], of(pa.int64()), packed("!I"), table.OID),
    "date": Kind("DATE", "date", drawn.DATES, drawn.EDGE_DATES, seen_as(pa.int32(), pa.date32()), sent_values.date),
    "time": Kind("TIME", "time", st.integers(0, drawn.DAY), drawn.TIMES, seen_as(pa.int64(), pa.time64("us")), packed("!q")),
    "time_ns": Kind("TIME_NS", "time", st.integers(0, 1000 * drawn.DAY), [999, 1000 * drawn.DAY],
                    seen_as(pa.int64(), pa.time64("ns")), lambda value: pack("!q", value // 1000)),
    "timetz": Kind("TIME WITH TIME ZONE", "timetz", st.tuples(st.integers(0, drawn.DAY), drawn.OFFSETS), drawn.TIMETZS,
                   exported("TIME WITH TIME ZONE", engine_arrays.timetz_text), sent_values.timetz),
    "timestamp": moment("TIMESTAMP", "timestamp", 10**6, pa.timestamp("us")),
    "timestamp_s": moment("TIMESTAMP_S", "timestamp", 1, pa.timestamp("s")),
    "timestamp_ms": moment("TIMESTAMP_MS", "timestamp", 10**3, pa.timestamp("ms")),
    "timestamp_ns": moment("TIMESTAMP_NS", "timestamp", 10**9, pa.timestamp("ns")),
    "timestamptz": moment("TIMESTAMP WITH TIME ZONE", "timestamptz", 10**6, pa.timestamp("us", "UTC")),
    "nothing": Kind('"NULL"', "text", st.nothing(), [], of(pa.null()), bytes),
    "interval": Kind("INTERVAL", "interval", drawn.INTERVALS, drawn.EDGE_INTERVALS,
                     exported("INTERVAL", engine_arrays.interval_text, engine_arrays.INTERVAL_OF_TEXT), sent_values.interval),
}
# fmt: on
