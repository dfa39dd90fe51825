"""
A result's columns as the relations declare them from which they plainly come: varchar(3), char(3), name.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.catalog.catalog_types import declared_types as catalog_types
from pggate.catalog.emulation import DATABASE as EMULATION
from pggate.session.columns.own_views import own_view_types
from pggate.session.cursors.places import LAKE_PREFIX, TEMPORARY
from pggate.translate.arrays import vectors
from pggate.types.reg_types import REGPROC
from pggate.types.table import BY_OID, JSONB
from pggate.types.vectors import BY_DUCKDB

if TYPE_CHECKING:
    from pggate.engine.definitions import Relation
    from pggate.engine.origins import Origins
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.statement.outcome import Column


_OID: Final = "UINTEGER"


def as_declared(columns: tuple[Column, ...], origins: Origins, cursors: Cursors) -> tuple[Column, ...]:
    """
    The columns with the types that were declared.  A query of relations that declare nothing pays nothing.
    """
    relations = {origin[0] for origin in origins if origin is not None}
    if any(relation.catalog == EMULATION for relation in relations):
        return tuple(map(_of_catalog, columns, origins))
    known = {relation: declared_types(cursors, relation) for relation in relations}
    if not any(known.values()):
        return columns
    return tuple(
        _shown(column, origin, known, cursors) for column, origin in zip(columns, origins, strict=True)
    )


def _of_catalog(column: Column, origin: tuple[Relation, str] | None) -> Column:
    """A column of pg_catalog that PostgreSQL has as a name, int2vector, oidvector, regproc or "char"."""
    if origin is None or origin[0].catalog != EMULATION:
        return column
    relation, name = origin
    if name in vectors.COLUMNS and column.duckdb in BY_DUCKDB:
        return replace(column, type=BY_DUCKDB[column.duckdb])
    of_type = catalog_types().get((relation.schema, relation.name, name))
    if of_type is None or column.duckdb != (_OID if of_type is REGPROC else of_type.duckdb):
        return column
    return replace(column, type=of_type)


def _shown(
    column: Column,
    origin: tuple[Relation, str] | None,
    known: dict[Relation, dict[str, tuple[int, int]]],
    cursors: Cursors,
) -> Column:
    found = known[origin[0]].get(origin[1]) if origin is not None else None
    of_type = (BY_OID.get(found[0]) or cursors.created_type(found[0])) if found is not None else None
    return column if found is None or of_type is None else replace(column, type=of_type, typmod=found[1])


def is_declared_jsonb(origin: tuple[Relation, str], cursors: Cursors) -> bool:
    """Was a column of JSON declared jsonb, or one of lists of it jsonb[]?"""
    relation, name = origin
    declared = declared_types(cursors, relation).get(name)
    return declared is not None and declared[0] in (JSONB.oid, JSONB.array_oid)


def declared_types(cursors: Cursors, relation: Relation) -> dict[str, tuple[int, int]]:
    """
    OID and typmod of the columns for which the engine's type does not tell them.
    """
    if relation.catalog == TEMPORARY:
        return cursors.temporary.types(relation.name)
    if not relation.catalog.startswith(LAKE_PREFIX):
        return {}
    own = own_view_types(cursors, relation, lambda of, name: declared_types(cursors, of).get(name))
    if own is not None:
        return own
    found = cursors.catalog.find(relation.catalog.removeprefix(LAKE_PREFIX), relation.schema, relation.name)
    is_own = (relation.schema, relation.name) in cursors.declaring.own
    known = dict(found.declared_types) if found is not None and not is_own else {}
    for name, declared in cursors.declaring.columns.get((relation.schema, relation.name), {}).items():
        known.pop(name, None)
        if declared is not None and declared.type:
            known[name] = (declared.type, declared.typmod)
    return known
