"""
regclass, regtype and their kin: OIDs whose text is a name (PostgreSQL 15, 8.19).

DuckDB has a value of one as a STRUCT of the OID and the name, whose first field is called like the type with
a mark before it (sql/name_functions.sql): what a client sees depends on the format it asks for.  A column of
pg_catalog that is a regproc holds the OID alone, one that is a regtype the name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from pggate.types.function_names import function_names
from pggate.types.physical import plain
from pggate.types.table import BY_NAME, PgType

if TYPE_CHECKING:
    from pggate.types.ducktype import DuckType

MARK: Final = "~"

# fmt: off
REG_TYPES: Final = tuple(
    PgType(name, oid, array_oid, 4, name, "VARCHAR", casts=False)
    for name, oid, array_oid in (
        ("regproc",        24, 1008),
        ("regprocedure", 2202, 2207),
        ("regoper",      2203, 2208),
        ("regoperator",  2204, 2209),
        ("regclass",     2205, 2210),
        ("regtype",      2206, 2211),
        ("regnamespace", 4089, 4090),
        ("regcollation", 4191, 4192),
        ("regrole",      4096, 4097),
    )
)
# fmt: on
_BY_NAME: Final = {one.name: one for one in REG_TYPES}
REGPROC: Final = _BY_NAME["regproc"]
REGTYPE: Final = _BY_NAME["regtype"]
_BY_FIELD: Final = {f"{MARK}{one.name}": one for one in REG_TYPES}


def reg_type(parsed: DuckType) -> PgType | None:
    """
    The type that a STRUCT is marked as; None for every other type.
    """
    if parsed.name != "STRUCT" or not parsed.children:
        return None
    return _BY_FIELD.get(parsed.children[0][0])


def oids_or_names(array: Any, format_: int) -> Any:
    """
    What of the values is sent: the names in text, the OIDs in binary.

    Args:
        array: STRUCTs of an OID and a name, a function's OIDs, or a type's names.

    """
    values = plain(array)
    if pa.types.is_struct(values.type):
        return pc.struct_field(values, 0 if format_ == 1 else 1)
    if pa.types.is_string(values.type) or pa.types.is_large_string(values.type):
        return (
            pa.array([_type_oid(name) for name in values.to_pylist()], pa.uint32())
            if format_ == 1
            else values
        )
    if format_ == 1:
        return values
    names = function_names()
    return pa.array(
        [None if oid is None else names.get(oid, str(oid)) for oid in values.to_pylist()], pa.string()
    )


def _type_oid(name: str | None) -> int | None:
    return None if name is None else BY_NAME[name].oid
