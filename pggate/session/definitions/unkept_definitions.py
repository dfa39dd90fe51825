"""
Definitions that a lake cannot keep, refused before they run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.types import type_text
from pggate.errors import FeatureNotSupported, InvalidSchemaName
from pggate.lake.lake import SCHEMA
from pggate.lake.storable import storable
from pggate.session.cursors.cursor_pair import NOWHERE
from pggate.types.enums import MARK

if TYPE_CHECKING:
    from pggate.engine.bound import Bound

CONSTRAINTS: Final = {
    "primary_key": "PRIMARY KEY",
    "unique": "UNIQUE",
    "foreign_key": "FOREIGN KEY",
    "check": "CHECK",
}
"""What DuckLake 1.0 has no place for; NOT NULL it keeps."""


def refuse_unkept(bound: Bound) -> None:
    """
    Raises:
        InvalidSchemaName: There is no schema to create in.
        FeatureNotSupported: The lake has no place for it.

    """
    _refuse_nowhere(bound)
    _refuse_unstorable(bound)
    _refuse_losing_home(bound)


def _refuse_nowhere(bound: Bound) -> None:
    """
    Raises:
        InvalidSchemaName: No schema of search_path exists.

    """
    created = bound.created
    if created is not None and created.kind != "schema" and created.relation.schema == NOWHERE:
        raise InvalidSchemaName("no schema has been selected to create in")


def _refuse_unstorable(bound: Bound) -> None:
    """
    Raises:
        FeatureNotSupported: A column's type, or a constraint, that the lake cannot keep.

    """
    created, altered = bound.created, bound.altered
    if created is not None and created.kind == "table":
        for column in created.columns:
            if MARK not in column.duckdb_type:
                storable(column.name, column.duckdb_type)
        for constraint in created.constraints:
            if constraint.kind in CONSTRAINTS:
                raise FeatureNotSupported(
                    f"{CONSTRAINTS[constraint.kind]} constraints are not supported",
                    hint="Leave the constraint out; NOT NULL and DEFAULT are kept.",
                )
    elif created is not None and created.kind not in ("view", "schema"):
        raise FeatureNotSupported(
            f"CREATE {created.kind.upper()} is not supported", hint="A lake keeps tables, views and schemas."
        )
    if altered is not None and altered.column is not None:
        storable(altered.column.name, altered.column.duckdb_type)
    if altered is not None and altered.action == "alter_column_type":
        storable(str(altered.details.get("column_name")), type_text(altered.details["target_type"]))


def _refuse_losing_home(bound: Bound) -> None:
    """
    Raises:
        FeatureNotSupported: DROP SCHEMA public: the lake's own functions are found through it.

    """
    dropped = bound.dropped
    if dropped is not None and dropped.kind == "schema" and dropped.relation.schema == SCHEMA:
        raise FeatureNotSupported(
            f'schema "{SCHEMA}" cannot be dropped', hint="Drop its tables, or the whole database."
        )
