"""
The PostgreSQL type that a column is declared with, where DuckDB's own shows as another one: OID and typmod.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pggate.errors import FeatureNotSupported, InvalidParameterValue
from pggate.translate.types.composite_names import NONE as NO_COMPOSITES
from pggate.translate.types.enum_names import NO_ENUMS
from pggate.types import table
from pggate.types.duck import numeric_typmod
from pggate.types.ducktype import DuckType
from pggate.types.unconstrained import is_unconstrained

if TYPE_CHECKING:
    from pggate.translate.definitions.written_types import WrittenType
    from pggate.translate.types.composite_names import CompositeNames
    from pggate.translate.types.enum_names import EnumNames
    from pggate.types.table import PgType

VARHDRSZ: Final = 4
LONGEST: Final = 10_485_760
"""Characters (PostgreSQL 15, htup_details.h MaxAttrSize)."""

_VARYING: Final = frozenset(
    {
        "varchar",
        "character varying",
        "char varying",
        "nchar varying",
        "national char varying",
        "national character varying",
    }
)
_FIXED: Final = frozenset({"character", "char", "nchar", "national char", "national character"})
# Spelled as one of PostgreSQL's types that DuckDB has under another one's name
_OTHERS: Final = {
    "bpchar": table.BPCHAR,
    "name": table.NAME,
    "oid": table.OID,
    "jsonb": table.JSONB,
    "numeric": table.NUMERIC,
    "decimal": table.NUMERIC,
    "dec": table.NUMERIC,
}


_MOMENTS: Final = {
    "timestamp": table.TIMESTAMP,
    "timestamp without time zone": table.TIMESTAMP,
    "timestamp with time zone": table.TIMESTAMPTZ,
    "timestamptz": table.TIMESTAMPTZ,
    "time": table.TIME,
    "time without time zone": table.TIME,
}
_FINEST: Final = 6
"""Digits of a second (PostgreSQL 15, timestamp.h MAX_TIMESTAMP_PRECISION)."""


class DeclaredType(NamedTuple):
    oid: int
    typmod: int = -1


def declared_type(
    written: WrittenType, enums: EnumNames[Any] = NO_ENUMS, composites: CompositeNames = NO_COMPOSITES
) -> DeclaredType | None:
    """
    None where DuckDB's type says all.

    Raises:
        InvalidParameterValue: 22023, a length that is none.
        FeatureNotSupported: Arrays of several dimensions of an enumerated type.

    """
    if (enum := enums.find(written.names)) is not None:
        if written.dimensions > 1:
            name = ".".join(written.names)
            raise FeatureNotSupported(
                f"columns of arrays of {name} with several dimensions are not supported",
                hint=f"Use {name}[], or text{written.brackets}.",
            )
        return DeclaredType(enum.array_oid if written.is_array else enum.oid)
    if not written.arguments and (composite := composites.find(written.names)) is not None:
        return DeclaredType(composite.array_oid if written.is_array else composite.oid)
    found = _scalar(written)
    if found is None:
        return None
    of_type, typmod = found
    return DeclaredType(of_type.array_oid if written.is_array else of_type.oid, typmod)


def _scalar(written: WrittenType) -> tuple[PgType, int] | None:
    name = " ".join(written.names)
    if written.qualified:
        if written.names[0] != "pg_catalog":
            return None
        name = written.names[-1]
    if written.quoted:
        return (table.CHAR, -1) if name == "char" else None
    if name in _VARYING:
        length = _length(written, "varchar")
        return table.VARCHAR, -1 if length is None else length + VARHDRSZ
    if name in _FIXED:
        length = _length(written, "char")
        return table.BPCHAR, (1 if length is None else length) + VARHDRSZ
    if not written.arguments:
        return (_OTHERS[name], -1) if name in _OTHERS else None
    return _moment(name, written.arguments[0]) or _numeric(name, written.arguments)


def _moment(name: str, digits: str) -> tuple[PgType, int] | None:
    if name not in _MOMENTS or not digits.isdecimal():
        return None
    return _MOMENTS[name], min(int(digits), _FINEST)


def _numeric(name: str, arguments: tuple[str, ...]) -> tuple[PgType, int] | None:
    """numeric(38,11) and what else is a DECIMAL that stands for numeric without a precision."""
    if _OTHERS.get(name) is not table.NUMERIC or not all(each.isdecimal() for each in arguments):
        return None
    written = tuple(int(each) for each in arguments)
    if not is_unconstrained(DuckType("DECIMAL", written)):
        return None
    return table.NUMERIC, numeric_typmod(*written)


def _length(written: WrittenType, name: str) -> int | None:
    if not written.arguments:
        return None
    length = int(written.arguments[0]) if written.arguments[0].isdecimal() else 0
    if length < 1:
        raise InvalidParameterValue(f"length for type {name} must be at least 1")
    if length > LONGEST:
        raise InvalidParameterValue(f"length for type {name} cannot exceed {LONGEST}")
    return length
