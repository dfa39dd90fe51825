"""
Topics: the tables of a lake, and their columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.lake.topic_options import NONE

if TYPE_CHECKING:
    from pggate.lake.declared import DeclaredColumn
    from pggate.lake.sequences import Sequence
    from pggate.lake.topic_options import TopicOptions
    from pggate.types.enums import EnumType

UNNUMBERED: Final = 0
"""The id of a column that the lake does not have yet."""


SYSTEM_COLUMNS: Final = ("tableoid", "cmax", "xmax", "cmin", "xmin", "ctid")
"""Of every table (PostgreSQL 15, 5.5): none of its own is called so."""


@dataclass(frozen=True, slots=True)
class TopicColumn:
    """
    A column, or a part of a nested one.

    column_id is DuckLake's id and the Parquet field id.  `default` is an SQL expression that can be
    evaluated by itself, or None.  `children` are a list's element, a struct's members, a map's key and
    value.  `declared` is what the lake has no place for; `enum` the type that it means, `sequence` what
    numbers the rows.
    """

    name: str
    column_id: int
    duckdb_type: str
    nullable: bool
    default: str | None = None
    children: tuple[TopicColumn, ...] = ()
    declared: DeclaredColumn | None = None
    enum: EnumType | None = None
    sequence: Sequence | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """
    A CHECK constraint: no row may make the condition, an SQL expression over the columns, false.
    """

    name: str
    condition: str


@dataclass(frozen=True, slots=True)
class Topic:
    """
    A table of a lake at one schema version.

    `path` is where its segments go, relative to the lake's storage, ends with '/'.  `schema_version` is the
    lake's: while it stands still, nothing about the topic can have changed.  `lake_oid` tells the lake from
    an earlier one of the same name, whose table ids and schema versions were the same numbers.
    """

    lake: str
    schema: str
    name: str
    table_id: int
    columns: tuple[TopicColumn, ...]
    path: str
    schema_version: int
    lake_oid: int
    checks: tuple[Check, ...] = ()
    """In the order in which PostgreSQL looks at them, that of their names."""
    options: TopicOptions = NONE
    evolved_from: Topic | None = None
    """Of one that rows will make of another (evolution.py): that one."""

    def is_same_shape(self, other: Topic) -> bool:
        """
        Can a segment that was encoded for `self` be committed to `other`?
        """
        return self.columns == other.columns and self.is_same_but_columns(other)

    def is_same_but_columns(self, other: Topic) -> bool:
        return self._frame == other._frame

    @property
    def _frame(self) -> tuple[object, ...]:
        of_topic = self.lake_oid, self.table_id, self.schema, self.name, self.path
        return *of_topic, self.checks, self.options.partition_by
