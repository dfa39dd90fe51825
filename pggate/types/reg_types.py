"""
regclass, regtype and their kin: OIDs whose text is a name (PostgreSQL 15, 8.19).

DuckDB has a value of one as a STRUCT of the OID and the name, whose first field is called like the type with
a mark before it (sql/name_functions.sql): what a client sees depends on the format it asks for.  A column of
pg_catalog that is a regproc holds the OID alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from pggate.types.function_names import function_names
from pggate.types.physical import plain
from pggate.types.table import PgType

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
REGPROC: Final = REG_TYPES[0]
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
        array: STRUCTs of an OID and a name, or a function's OIDs.

    """
    values = plain(array)
    if pa.types.is_struct(values.type):
        return pc.struct_field(values, 0 if format_ == 1 else 1)
    if format_ == 1:
        return values
    names = function_names()
    return pa.array(
        [None if oid is None else names.get(oid, str(oid)) for oid in values.to_pylist()], pa.string()
    )
