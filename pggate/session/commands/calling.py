"""
CALL (PostgreSQL 15, CALL) of the one procedure that there is:

    CALL pggate.compact([ '[DATABASE.]SCHEMA.TABLE' ])    all topics of the database where none is named

Its answer is one row, as that of a procedure with output parameters.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from pggate.errors import ActiveSqlTransaction, InsufficientPrivilege, UndefinedFunction
from pggate.lake.upkeep.compaction import NOTHING
from pggate.session.live.topic_names import topic_name
from pggate.session.statement.analysed import COMPACTED
from pggate.session.statement.block import Block
from pggate.session.statement.outcome import Rows
from pggate.translate.commands.calls import procedure_call

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pggate.lake.topics import Topic
    from pggate.lake.upkeep.compaction import Compacted
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.identity import Identity
    from pggate.session.transactions.transaction import Transaction
    from pggate.translate.commands.calls import ProcedureCall

COMPACT: Final = ("pggate", "compact")


class Calling:
    """
    Runs one session's CALL.
    """

    def __init__(
        self, gateway: Gateway, identity: Identity, transaction: Transaction, cursors: Cursors
    ) -> None:
        self._gateway = gateway
        self._identity = identity
        self._transaction = transaction
        self._cursors = cursors

    def call(self, analysed: Analysed, _parameters: Sequence[object]) -> Rows:
        """
        Returns when the topics are compacted.

        Raises:
            UndefinedFunction: 42883, another procedure.
            ActiveSqlTransaction: 25001, in a block, whose changes it would wait for.
            InsufficientPrivilege: 42501, the role is no superuser.
            UndefinedTable: 42P01, there is no such topic.
            LockNotAvailable: 55P03, somebody has been changing the topic for too long.

        """
        command = procedure_call(analysed.statement.text)
        if command.name != COMPACT or len(command.arguments) > 1:
            raise _unknown(command)
        if not self._identity.superuser:
            raise InsufficientPrivilege("permission denied for procedure compact")
        if self._transaction.block is not Block.NONE:
            raise ActiveSqlTransaction("CALL pggate.compact() cannot run inside a transaction block")
        done = NOTHING
        for topic in tuple(self._topics(*command.arguments)):
            lake = self._gateway.databases.find(topic.lake).lake
            done += self._gateway.upkeep.compact(lake, topic.table_id, self._cursors.is_canceled)
        return _row(done)

    def _topics(self, name: str = "") -> Iterator[Topic]:
        catalog = self._gateway.mirror.refresh()
        if name:
            yield catalog.topic(*topic_name(name, self._identity.database))
            return
        lake = self._gateway.databases.find(self._identity.database).lake
        with closing(self._gateway.engine.cursor()) as cursor:
            yield from lake.topics(cursor)


def _unknown(command: ProcedureCall) -> UndefinedFunction:
    arguments = ", ".join("unknown" for _ in command.arguments)
    return UndefinedFunction(
        f"procedure {'.'.join(command.name)}({arguments}) does not exist",
        hint="The one procedure is pggate.compact('TOPIC').",
    )


def _row(done: Compacted) -> Rows:
    values = (done.files, done.made, done.rows, done.size)
    batch = pa.record_batch(
        [pa.array([value], pa.int64()) for value in values], names=[column.name for column in COMPACTED]
    )
    batches = iter((batch,))
    return Rows(COMPACTED, lambda: next(batches, None), lambda _rows: "CALL")
