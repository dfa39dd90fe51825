"""
The types of a statement's parameters, between the client's OIDs and the engine's names.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pggate.errors import IndeterminateDatatype
from pggate.session.statement import inference
from pggate.session.statement.dimensions import of_dimensions, oid_of
from pggate.session.statement.outcome import CATALOG_TYPES
from pggate.translate.untyped import parameters
from pggate.translate.untyped.signatures import JSONB_TYPE, OID_TYPE
from pggate.types.duck import USUAL, column_type
from pggate.types.table import BY_NAME, BY_OID, JSONB, OID, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pggate.translate.texts.statements import Statement
    from pggate.types.duck import Shown
    from pggate.types.table import PgType


def declared_types(
    declared: Sequence[int], created: Callable[[int], PgType | None] = lambda _: None
) -> dict[int, str]:
    """
    DuckDB's type for each $n whose OID the client gave and pggate knows.

    Args:
        declared: The OIDs, also with dimensions (dimensions.py).
        created: The type of an OID that somebody made.

    """
    told = {number: one for number, one in enumerate(declared, start=1) if one}
    types = {number: BY_OID.get(oid_of(one)) or created(oid_of(one)) for number, one in told.items()}
    return {
        number: of_dimensions(of_type.duckdb, told[number])
        for number, of_type in types.items()
        if of_type is not None and of_type is not UNKNOWN
    }


def castable(types: Mapping[int, str]) -> dict[int, str]:
    """
    The types that are written into the text.  A DECIMAL's value brings its own scale, which a cast would
    change.
    """
    return {number: of_type for number, of_type in types.items() if not of_type.startswith("DECIMAL")}


def parameter_oids(
    statement: Statement,
    declared: Sequence[int],
    types: Mapping[int, str],
    *,
    of_catalog: bool = False,
    shown: Shown = USUAL,
    targets: Mapping[int, PgType] = MappingProxyType({}),
) -> tuple[int, ...]:
    """
    The OID of each parameter: as the client declared it, as the text casts it, or of the type found.

    Args:
        of_catalog: Does the statement read nothing but catalogs?  There an unsigned number is an oid.
        shown: As what the session has STRUCTs.
        targets: As what columns are declared that they are written to.

    Raises:
        IndeterminateDatatype: A number is left out, and nothing says what would stand there.

    """
    present = statement.parameters
    numbers = range(1, max([len(declared), *present]) + 1)
    told = {number: oid_of(one) for number, one in enumerate(declared, start=1)}
    named = parameters.named_types(statement.text)
    oids = []
    for number in numbers:
        oid = told.get(number, 0)
        if oid in (0, UNKNOWN.oid):
            if number not in present:
                raise IndeterminateDatatype(f"could not determine data type of parameter ${number}")
            found = (
                BY_NAME.get(named.get(number, ""))
                or targets.get(number)
                or _found(types.get(number, inference.TEXT), of_catalog=of_catalog, shown=shown)
            )
            oid = found.oid
        oids.append(oid)
    return tuple(oids)


_NAMED: Final = {OID_TYPE: OID, JSONB_TYPE: JSONB}


def _found(duckdb_type: str, *, of_catalog: bool, shown: Shown) -> PgType:
    """The type that an inferred one is in PostgreSQL."""
    if duckdb_type in _NAMED:
        return _NAMED[duckdb_type]
    return (CATALOG_TYPES.get(duckdb_type) if of_catalog else None) or column_type(duckdb_type, shown).type
