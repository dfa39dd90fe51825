"""
The columns that the rows of a COPY FROM STDIN are for: as what their values are read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.types.duck import column_type
from pggate.types.ducktype import parse
from pggate.types.enums import MARK
from pggate.types.table import BPCHAR, BY_OID, JSONB, OID, VARCHAR

if TYPE_CHECKING:
    from pggate.engine.result import ResultColumn
    from pggate.session.cursors.cursors import Cursors
    from pggate.types.table import PgType


@dataclass(frozen=True, slots=True)
class TargetColumn:
    """
    A column that rows can be copied into.

    Args:
        type: The type that it is declared of, where the engine's shows as another one.
        typmod: Its modifier.

    """

    name: str
    duckdb: str
    type: PgType | None = None
    typmod: int = -1


def target_column(cursors: Cursors, name: str, duckdb: str, oid: int, typmod: int) -> TargetColumn:
    """
    A column that is declared of the type of that OID; 0: the engine's says all.
    """
    of_type = cursors.created_type(oid) or (BY_OID[oid] if oid in _READ_AS_DECLARED else None)
    if of_type is None and duckdb.startswith("STRUCT("):
        return TargetColumn(name, duckdb, _row_type(cursors, duckdb))
    return TargetColumn(name, duckdb, of_type, typmod if of_type is not None else -1)


def _row_type(cursors: Cursors, duckdb: str) -> PgType | None:
    """
    The composite type that the session sees STRUCTs as, or lists of them, if that is what it does.
    """
    has_documents = any(name in duckdb for name in _DOCUMENTS)
    of_type = None if has_documents else column_type(duckdb, cursors.shown_types()).type
    return of_type if of_type is not None and (of_type.element or of_type).fields else None


_DOCUMENTS: Final = ("MAP(", "UNION(", "VARIANT")
"""What is a json within a composite value cannot be read there."""


_READ_AS_DECLARED: Final = frozenset(
    oid for of_type in (VARCHAR, BPCHAR, JSONB, OID) for oid in (of_type.oid, of_type.array_oid)
)
"""Types whose lengths, labels or binary forms the engine's own do not have."""


def read_as(column: ResultColumn, declared: tuple[int, int]) -> tuple[str, int, int]:
    """
    A column's type, OID and modifier; labels, which a temporary table has as such, come as texts.
    """
    if MARK not in column.duckdb_type:
        return column.duckdb_type, *declared
    return (
        "VARCHAR" + "[]" * parse(column.duckdb_type).dimensions,
        column_type(column.duckdb_type).type.oid,
        -1,
    )
