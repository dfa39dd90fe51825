"""
WITH (…), SET (…) and RESET (…): the options of topics (lake/topic_options.py), and what the lake is told of
them.

DuckLake keeps the partitions and the order of rows itself, by the columns' ids, in the same transaction; all
of it is declared, too (decision 11).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.engine.names import quote_identifier
from pggate.engine.types import type_text
from pggate.errors import (
    DuplicateColumn,
    FeatureNotSupported,
    InvalidParameterValue,
    UndefinedColumn,
    WrongObjectType,
)
from pggate.lake.layouts import BUCKET, partition_clause, refuse_namesakes, sort_clause
from pggate.lake.topic_options import INGESTED_AT, NONE, TopicOptions, refuse_dependent
from pggate.session.clauses.staging import described
from pggate.session.columns.column_notes import ColumnNotes, place
from pggate.session.cursors.places import find
from pggate.session.queries.declared_objects import table_of
from pggate.session.queries.known_options import known_options
from pggate.translate.definitions.written_options import written_options

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.engine.definitions import Altered, Relation
    from pggate.lake.layouts import PartitionTerm
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.translate.definitions.written_options import WrittenOptions

MOMENTS: Final = frozenset(
    {"TIMESTAMP", "TIMESTAMP WITH TIME ZONE", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "DATE"}
)
WHOLE: Final = frozenset({"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER"})
PARTITIONED: Final = {
    "": WHOLE | {"BOOLEAN", "VARCHAR", "DATE", "UUID"},
    BUCKET: WHOLE | {"VARCHAR", "DATE", "TIMESTAMP", "TIMESTAMP WITH TIME ZONE", "UUID"},
    "year": MOMENTS,
    "month": MOMENTS,
    "day": MOMENTS,
    "hour": MOMENTS - {"DATE"},
}
"""Of which types a column may be, by what is made of it."""
INSTANT: Final = "TIMESTAMP WITH TIME ZONE"
NOW: Final = "now()"


class DeclaredOptions:
    """
    Notes the options of one session's definitions.
    """

    def __init__(self, gateway: Gateway, cursors: Cursors) -> None:
        self._gateway = gateway
        self._cursors = cursors
        self._notes = ColumnNotes(gateway, cursors)

    def created(self, relation: Relation, text: str) -> None:
        """
        CREATE TABLE … WITH (…).

        Raises what `change` does.
        """
        written = written_options(text)
        if written is not None:
            self._become(relation, NONE, NONE.changed(written.given))

    def change(self, relation: Relation, written: WrittenOptions) -> None:
        """
        ALTER TABLE … SET (…) or RESET (…).

        Raises:
            InvalidParameterValue: 22023, there is no such option, or it does not take the value.
            UndefinedColumn: One names a column that is not there.
            FeatureNotSupported: A topic cannot be partitioned so.
            WrongObjectType: It is no topic.

        """
        found = find(self._gateway, relation)
        is_view = found is not None and found.definition is not None
        if place(relation) in self._cursors.declaring.views or is_view:
            raise WrongObjectType(f'"{relation.name}" is not a table')
        known = known_options(self._gateway, self._cursors, relation)
        self._become(relation, known, known.changed(written.given, written.reset))

    def _become(self, relation: Relation, known: TopicOptions, now: TopicOptions) -> None:
        if now == known:
            return
        if now.ingested_at != known.ingested_at:
            self._fill(relation, fills=now.ingested_at)
        check(now, relation.name, self._columns(relation))
        self._cursors.declaring.options[place(relation)] = now
        self.lay_out(relation, now, known)

    def _fill(self, relation: Relation, *, fills: bool) -> None:
        """The rows that come from here on have the time of their coming, or no other one."""
        table = table_of(relation)
        known = self._columns(relation)
        if known.get(INGESTED_AT, INSTANT) != INSTANT:
            raise DuplicateColumn(
                f'column "{INGESTED_AT}" of relation "{relation.name}" already exists',
                hint="Give it another name: the server fills a timestamptz of that name.",
            )
        if INGESTED_AT not in known:
            sql = f"ALTER TABLE {table} ADD COLUMN {quote_identifier(INGESTED_AT)} {INSTANT}"
            self._cursors.lake.run(sql)
            self._cursors.define(sql)
        default = NOW if fills else ""
        said = replace(self._notes.known(relation, INGESTED_AT), default=default, shown_default=default)
        self._notes.note(relation, INGESTED_AT, said)

    # -- when the topic changes

    def refuse(self, altered: Altered) -> None:
        """
        Raises:
            DependentObjectsStillExist: An option is about the column.
            FeatureNotSupported: A file's path would call its partition as the column.

        """
        known = known_options(self._gateway, self._cursors, altered.relation)
        if not known:
            return
        details, table = altered.details, altered.relation.name
        if altered.action == "remove_column":
            refuse_dependent(known, table, str(details["removed_column"]))
        elif altered.action == "rename_column":
            if details["old_name"] == INGESTED_AT and known.ingested_at:
                refuse_dependent(known, table, INGESTED_AT, "rename")
            refuse_namesakes(known.partition_by, [str(details["new_name"])])
        elif altered.action == "add_column" and altered.column is not None:
            refuse_namesakes(known.partition_by, [altered.column.name])
        elif altered.action == "alter_column_type":
            columns = self._columns(altered.relation)
            columns[str(details["column_name"])] = type_text(details["target_type"])
            check(known, table, columns)

    def rename_column(self, relation: Relation, old: str, new: str) -> None:
        known = known_options(self._gateway, self._cursors, relation)
        now = known.with_column_renamed(old, new)
        if now != known:
            self._cursors.declaring.options[place(relation)] = now

    def take_over(self, relation: Relation) -> None:
        """Note all options: the topic is about to have another name, or to be written anew."""
        known = known_options(self._gateway, self._cursors, relation)
        if known:
            self._cursors.declaring.options[place(relation)] = known

    def lay_out(self, relation: Relation, now: TopicOptions, known: TopicOptions = NONE) -> None:
        """Tell the lake of partitions and order."""
        for clause, before, after in (
            ("PARTITIONED BY", partition_clause(known.partition_by), partition_clause(now.partition_by)),
            ("SORTED BY", sort_clause(known.sort_by), sort_clause(now.sort_by)),
        ):
            if after != before:
                action = f"SET {clause} ({after})" if after else f"RESET {clause}"
                self._cursors.lake.run(f"ALTER TABLE {table_of(relation)} {action}")

    def _columns(self, relation: Relation) -> dict[str, str]:
        """DuckDB's types of the columns, by name."""
        return {one.name: one.duckdb_type for one in described(self._cursors.lake, table_of(relation))}


def check(options: TopicOptions, table: str, columns: Mapping[str, str]) -> None:
    """
    Args:
        columns: DuckDB's types of the topic's columns, by name.

    Raises:
        InvalidParameterValue: Nothing tells a row's age.
        UndefinedColumn: One names a column that is not there.
        FeatureNotSupported: A topic cannot be partitioned so.

    """
    if options.retention is not None and not options.retention_column:
        raise InvalidParameterValue(
            'option "retention" needs a column that tells how old a row is',
            hint="Name it: retention_column='ts'; or partition_by='day(ts)', or ingested_at=true.",
        )
    for column, option in options.columns.items():
        if column not in columns:
            raise UndefinedColumn(
                f'column "{column}" named in option "{option}" does not exist in relation "{table}"'
            )
    for term in options.partition_by:
        _check_partition(term, columns[term.column])
    refuse_namesakes(options.partition_by, columns)
    age = options.retention_column
    if "retention" in dict(options.written) and columns[age] not in MOMENTS:
        raise InvalidParameterValue(
            f'option "retention" needs a column of a date or timestamp; "{age}" is of type {columns[age]}'
        )


def _check_partition(term: PartitionTerm, duckdb_type: str) -> None:
    if duckdb_type not in PARTITIONED[term.transform]:
        is_time = duckdb_type in MOMENTS
        raise FeatureNotSupported(
            f"partition_by cannot be {term}: the column is of type {duckdb_type}",
            hint=f"Partition by day({term.column})." if is_time else "Partition by a column of another type.",
        )
