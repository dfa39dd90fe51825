"""
Where the rows of a COPY FROM STDIN go, in bounded memory: to a topic, segment by segment, or into a table
that only the session's own engine knows (a temporary one, or one that its transaction has made).

Nothing of it exists before `finish`, and after `close` nothing is left of what was not finished.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pyarrow as pa

from pggate.append import append_blocking
from pggate.engine.incoming import INCOMING, Incoming
from pggate.engine.names import qualified, quote_identifier
from pggate.lake.conform import Conformed, conform, default_once
from pggate.lake.uploads import Upload
from pggate.logs import Log
from pggate.session.columns.column_notes import defaulted_by
from pggate.session.columns.declared_columns import declared_types
from pggate.session.copying.target_columns import read_as, target_column
from pggate.session.statement.block import Block
from pggate.session.transactions.appended import FLUSH_BYTES
from pggate.session.writing.array_shapes import hold_shapes
from pggate.session.writing.check_constraints import hold_checks
from pggate.session.writing.declared_checks import hold
from pggate.types.enums import MARK, cast_column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.engine.definitions import Relation
    from pggate.lake.lake import Lake
    from pggate.lake.topics import Topic, TopicColumn
    from pggate.lake.writer import Writer
    from pggate.session.copying.target_columns import TargetColumn
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.transactions.transaction import Transaction

log = Log("session")


class Target(Protocol):
    """
    Takes rows.
    """

    @property
    def columns(self) -> tuple[TargetColumn, ...]:
        """All columns, in order."""

    def take(self, batches: Sequence[pa.RecordBatch]) -> None:
        """Rows with the columns that COPY names."""

    def finish(self) -> int:
        """All rows are there, so many: they are the transaction's, or without one durable and visible."""

    def close(self) -> None:
        """No more will come."""


class TopicTarget:
    """
    Rows for a topic.  Few are appended like rows from elsewhere; many become segments while they come, which
    are added in one transaction.
    """

    def __init__(
        self, lake: Lake, topic: Topic, writer: Writer, cursors: Cursors, transaction: Transaction
    ) -> None:
        self.columns = tuple(
            target_column(
                cursors,
                column.name,
                column.duckdb_type,
                *((column.declared.type, column.declared.typmod) if column.declared else (0, -1)),
            )
            for column in topic.columns
        )
        self._lake = lake
        self._topic = topic
        self._writer = writer
        self._cursors = cursors
        self._transaction = transaction
        self._is_ragged = cursors.shown_types().nested_as_json
        self._default = default_once(self._value)  # now() is one moment for the whole COPY
        self._upload = Upload(lake, topic)
        self._rows = 0

    def _value(self, column: TopicColumn, count: int) -> pa.Array:
        """A default at this moment, of a numbered column as the session gets its numbers."""
        if column.sequence is None:
            return self._lake.default(column)
        return self._cursors.numbers.take(self._lake, column.sequence, count, column.duckdb_type)

    def take(self, batches: Sequence[pa.RecordBatch]) -> None:
        for batch in batches:
            self._rows += batch.num_rows
            fitting = conform(self._topic, batch, self._default, ragged=self._is_ragged)
            self._lake.check(self._topic, [fitting])
            self._upload.take(fitting)

    def finish(self) -> int:
        transaction, gathered = self._transaction, self._upload.gathered
        if self._upload.segments:
            with transaction.alone():
                transaction.insert_segments(self._lake, self._upload.finish())
        elif transaction.block is Block.NONE:
            append_blocking(
                self._writer,
                self._topic,
                Conformed(self._topic, gathered, ragged=self._is_ragged),
                self._cursors.is_canceled,
                transaction.patience,
                transaction.keys.next,
            )
            transaction.keys.use()
        else:
            transaction.insert(self._lake, self._topic, gathered)
        self._upload.let_go()
        return self._rows

    def close(self) -> None:
        self._upload.discard()


class EngineTarget:
    """
    Rows for a table that only the session's own engine knows.

    Args:
        lake: Whose the table is; None for a temporary one.

    """

    def __init__(
        self,
        gateway: Gateway,
        lake: Lake | None,
        relation: Relation,
        cursors: Cursors,
        transaction: Transaction,
    ) -> None:
        self._gateway = gateway
        self._lake = lake
        self._cursors = cursors
        self._relation = relation
        self._name = qualified(relation.catalog, relation.schema, relation.name)
        self._transaction = transaction
        self._is_alone = transaction.block is Block.NONE
        if self._is_alone:
            transaction.begin(Block.IMPLICIT)
        transaction.enter(changes=True)
        self._incoming = Incoming(cursors.lake)
        found = cursors.lake.describe(f"SELECT * FROM {self._name}")
        declared = declared_types(cursors, relation)
        self.columns = tuple(
            target_column(cursors, column.name, *read_as(column, declared.get(column.name, (0, -1))))
            for column in found
        )
        self._types = {column.name: column.duckdb_type for column in found}
        self._defaults = defaulted_by(gateway, cursors, relation)
        """What the engine does not know of columns that are not copied."""
        self._gathered: list[pa.RecordBatch] = []
        self._size = self._rows = 0

    def take(self, batches: Sequence[pa.RecordBatch]) -> None:
        for batch in batches:
            self._rows += batch.num_rows
            self._gathered.append(batch)
            self._size += batch.nbytes
            if self._size >= FLUSH_BYTES:
                self._insert()

    def finish(self) -> int:
        self._insert()
        self._incoming.close()
        hold(self._gateway, self._cursors, self._relation)
        hold_shapes(self._cursors, self._relation, self._types)
        if self._lake is not None:
            hold_checks(self._gateway, self._cursors, self._relation)
        if self._is_alone:
            self._transaction.commit()
        return self._rows

    def close(self) -> None:
        self._gathered = []

    def _insert(self) -> None:
        if not self._gathered:
            return
        if self._lake is not None:
            self._transaction.will_insert(self._lake, self._relation)
        table = pa.Table.from_batches(self._gathered)
        self._gathered, self._size = [], 0
        names = [quote_identifier(name) for name in table.column_names]
        values = [
            cast_column(name, self._types[column])
            if MARK in self._types[column]
            else f"{name}::{self._types[column]}"
            for name, column in zip(names, table.column_names, strict=True)
        ]
        for column, default in self._defaults.items():
            if column not in table.column_names:
                names.append(quote_identifier(column))
                values.append(f"CAST(({default}) AS {self._types[column]})")
        self._incoming.run(
            f"INSERT INTO {self._name} ({', '.join(names)}) SELECT {', '.join(values)} FROM {INCOMING}", table
        )
