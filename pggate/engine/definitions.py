"""
What DDL makes, changes and drops, read from the `info` objects of a serialised plan (duckdb 1.5.5).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pggate.engine.types import type_text

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """
    A table, view or other object; a schema has an empty name.  Where a statement says IF EXISTS and there is
    no such thing, catalog and schema are as far as the text gave them.
    """

    catalog: str
    schema: str
    name: str


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """
    Something a statement changes.

    Args:
        action: insert | update | delete (TRUNCATE too) | merge | create | alter | drop.
        kind: table | view | schema | index | sequence | macro | type | ….

    """

    relation: Relation
    action: str
    kind: str = "table"


@dataclass(frozen=True, slots=True)
class ColumnDefinition:
    """
    Args:
        duckdb_type: DuckDB's text of the type.
        default: Parsed expression (DuckDB's JSON) of DEFAULT or of GENERATED ALWAYS AS; None = none.

    """

    name: str
    duckdb_type: str
    nullable: bool = True
    default: Mapping[str, Any] | None = None
    generated: bool = False


@dataclass(frozen=True, slots=True)
class Constraint:
    """
    Args:
        kind: not_null | check | unique | primary_key | foreign_key.
        columns: Their names where the constraint is about columns.

    """

    kind: str
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Created:
    """
    What a CREATE makes.

    Args:
        conflict: error | ignore (IF NOT EXISTS) | replace (OR REPLACE).
        columns: Of a table; of a view their names and types.
        query: Of a view: its SELECT as the tree that BinderCursor.text takes; names as they were written.

    """

    relation: Relation
    kind: str
    conflict: str
    temporary: bool
    columns: tuple[ColumnDefinition, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    query: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Altered:
    """
    Args:
        action: add_column, rename_column, rename_table, remove_column, alter_column_type, set_not_null,
            drop_not_null, set_default, set_comment, set_column_comment, … (DuckDB's name, lower case).
        found: False: ALTER TABLE IF EXISTS on what is not there.
        column: Of add_column.
        details: DuckDB's own fields: old_name, new_name, new_table_name, removed_column, column_name, ….

    """

    relation: Relation
    action: str
    found: bool
    details: Mapping[str, Any]
    column: ColumnDefinition | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """
    Args:
        found: False: DROP … IF EXISTS of what is not there; there is nothing to run.

    """

    relation: Relation
    kind: str
    if_exists: bool
    cascade: bool
    found: bool


CONFLICTS: Final[Mapping[str, str]] = {
    "ERROR_ON_CONFLICT": "error",
    "IGNORE_ON_CONFLICT": "ignore",
    "REPLACE_ON_CONFLICT": "replace",
}

CONSTRAINTS: Final[Mapping[str, str]] = {
    "NOT_NULL": "not_null",
    "CHECK": "check",
    "FOREIGN_KEY": "foreign_key",
}


def read_created(info: Mapping[str, Any], default_catalog: str) -> Created:
    kind = _kind(info["type"])
    name = info.get({"table": "table", "view": "view_name", "schema": ""}.get(kind, "name"), "")
    columns: tuple[ColumnDefinition, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    if kind == "table":
        columns, constraints = _table_definition(info)
    elif kind == "view":
        columns = _view_columns(info)
    return Created(
        relation=Relation(info.get("catalog") or default_catalog, info["schema"], name),
        kind=kind,
        conflict=CONFLICTS[info["on_conflict"]],
        temporary=info["temporary"],
        columns=columns,
        constraints=constraints,
        query=info.get("query"),
    )


def _table_definition(
    info: Mapping[str, Any],
) -> tuple[tuple[ColumnDefinition, ...], tuple[Constraint, ...]]:
    columns = info["columns"]["columns"]
    constraints = tuple(_constraint(constraint, columns) for constraint in info.get("constraints") or ())
    required = {
        name for known in constraints if known.kind in ("not_null", "primary_key") for name in known.columns
    }
    return tuple(_column(column, nullable=column["name"] not in required) for column in columns), constraints


def _column(column: Mapping[str, Any], *, nullable: bool = True) -> ColumnDefinition:
    return ColumnDefinition(
        name=column["name"],
        duckdb_type=type_text(column["type"]),
        nullable=nullable,
        default=column.get("expression"),
        generated=column["category"] == "GENERATED",
    )


def _constraint(constraint: Mapping[str, Any], columns: list[Mapping[str, Any]]) -> Constraint:
    """
    duckdb 1.5.5: NOT NULL names its column by index; a UNIQUE of one column does too or by name.
    """
    kind = constraint["type"]
    index = constraint.get("index", -1)
    names = tuple(constraint.get("columns") or constraint.get("fk_columns") or ())
    if not names and 0 <= index < len(columns):
        names = (columns[index]["name"],)
    if kind == "UNIQUE":
        return Constraint("primary_key" if constraint["is_primary_key"] else "unique", names)
    return Constraint(CONSTRAINTS[kind], names)


def _view_columns(info: Mapping[str, Any]) -> tuple[ColumnDefinition, ...]:
    """
    The view's own names come first, those of its query fill what it leaves open.
    """
    aliases = info.get("aliases") or []
    names = aliases + info["names"][len(aliases) :]
    return tuple(
        ColumnDefinition(name, type_text(of_type)) for name, of_type in zip(names, info["types"], strict=True)
    )


def read_altered(info: Mapping[str, Any]) -> Altered:
    action = info.get("alter_table_type") or info.get("alter_view_type") or info["type"]
    column = info.get("new_column")
    return Altered(
        relation=Relation(info["catalog"], info["schema"], info["name"]),
        action=action.lower(),
        found=bool(info["catalog"]),
        details=info,
        column=_column(column) if isinstance(column, dict) else None,
    )


def altered_kind(info: Mapping[str, Any]) -> str:
    entry = info.get("entry_catalog_type") or info.get("catalog_entry_type")
    return _kind(entry) if entry else info["type"].removeprefix("ALTER_").lower()


def read_dropped(info: Mapping[str, Any], default_catalog: str) -> Dropped:
    kind = _kind(info["type"])
    if_exists = info["if_not_found"] == "RETURN_NULL"
    if kind == "schema":
        # a schema is looked up when it is dropped, not before: the plan cannot tell whether it is there
        relation = Relation(info["catalog"] or default_catalog, info["name"], "")
        return Dropped(relation, kind, if_exists, info["cascade"], found=True)
    relation = Relation(info["catalog"], info["schema"], info["name"])
    return Dropped(relation, kind, if_exists, info["cascade"], found=bool(info["catalog"]))


def _kind(entry: str) -> str:
    return entry.removesuffix("_ENTRY").lower()
