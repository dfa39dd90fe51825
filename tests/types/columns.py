"""
Arrow columns as DuckDB exports them, made from reference values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from pggate.types import table, text
from tests.types.values import VALUES, Value

if TYPE_CHECKING:
    from pggate.types.table import PgType

TYPES: Final = {type_.name: type_ for type_ in table.BY_OID.values()}
SCALARS: Final = sorted({value.type for value in VALUES if TYPES[value.type].element is None})

# How duckdb 1.5.5 exports each type; INTERVAL and TIMETZ travel as text.
_LAYOUTS: Final = {
    table.BOOL: pa.bool_(),
    table.INT2: pa.int16(),
    table.INT4: pa.int32(),
    table.INT8: pa.int64(),
    table.OID: pa.int64(),
    table.FLOAT4: pa.float32(),
    table.FLOAT8: pa.float64(),
    table.BYTEA: pa.binary(),
}
_PHYSICAL: Final = {
    table.DATE: (pa.int32(), pa.date32()),
    table.TIME: (pa.int64(), pa.time64("us")),
    table.TIMESTAMP: (pa.int64(), pa.timestamp("us")),
    table.TIMESTAMPTZ: (pa.int64(), pa.timestamp("us", "Europe/Berlin")),
}


def column(type_: PgType, values: list[Any]) -> Any:
    """
    An array of reference values (None is NULL).
    """
    if type_ in _PHYSICAL:
        stored, shown = _PHYSICAL[type_]
        return pa.array(values, stored).view(shown)
    if type_ is table.NUMERIC:
        scale = max(0, *(-value.as_tuple().exponent for value in values if value is not None), 0)
        return pa.array(values, pa.decimal256(76, scale) if scale > 30 else pa.decimal128(38, scale))
    if type_ in _LAYOUTS:
        return pa.array(values, _LAYOUTS[type_])
    return pa.array(
        [None if value is None else text.encode(type_, value).decode() for value in values], pa.string()
    )


def known(name: str) -> list[Value]:
    """
    PostgreSQL's values of a scalar type that a column of DuckDB's can hold.
    """
    return [value for value in VALUES if value.type == name and value.text not in _ELSEWHERE]


# DuckDB's DECIMAL has neither of these; its timestamps end in 294247.
_ELSEWHERE: Final = {
    *("NaN", "Infinity", "-Infinity", "123456789012345678901234567890.123456789"),
    *("294276-12-31 23:59:59.999999", "294276-12-31 23:00:00+01"),
}
