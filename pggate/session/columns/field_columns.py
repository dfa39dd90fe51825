"""
A result's columns that are fields of composite columns, as the types declare them: (t.c).name, (t.c).*
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.session.columns.declared_columns import declared_types
from pggate.types.table import BY_OID, PgField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.engine.field_origins import FieldOrigin
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.statement.outcome import Column


def as_fields(
    columns: tuple[Column, ...], origins: Sequence[FieldOrigin | None], cursors: Cursors
) -> tuple[Column, ...]:
    """
    The columns with the types and modifiers of the fields.  A query without fields pays nothing.
    """
    if len(origins) != len(columns):
        return columns
    found = (_field(origin, cursors) for origin in origins)
    return tuple(
        column
        if field is None or (column.type.element is None) != (field.type.element is None)
        else replace(column, type=field.type, typmod=field.typmod)
        for column, field in zip(columns, found, strict=True)
    )


def _field(origin: FieldOrigin | None, cursors: Cursors) -> PgField | None:
    if origin is None:
        return None
    oid, typmod = declared_types(cursors, origin.relation).get(origin.column, (0, -1))
    of_type = BY_OID.get(oid) or cursors.created_type(oid)
    field = PgField(origin.column, of_type, typmod) if of_type is not None else None
    for name in origin.fields:
        if of_type is None:
            return None
        field = next((one for one in (of_type.element or of_type).fields if one.name == name), None)
        of_type = field.type if field is not None else None
    return field
