"""
LOCK TABLE: the topic's gate, where the mode keeps others from changing rows (PostgreSQL 15, LOCK).

Readers are never kept out: each reads its snapshot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.errors import LockNotAvailable, NoActiveSqlTransaction
from pggate.session.cursors.places import lake_of, topic_ids
from pggate.session.statement.block import Block
from pggate.session.statement.outcome import Done
from pggate.translate.commands.locks import lock
from pggate.translate.texts.statements import split

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.engine.definitions import Relation
    from pggate.session.analysis.analysis import Analyst
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.analysed import Analysed
    from pggate.session.transactions.transaction import Transaction


class Locking:
    """
    Runs one session's LOCK.
    """

    def __init__(self, gateway: Gateway, transaction: Transaction, analyst: Analyst) -> None:
        self._gateway = gateway
        self._transaction = transaction
        self._analyst = analyst

    def lock(self, analysed: Analysed, _parameters: Sequence[object]) -> Done:
        """
        Raises:
            NoActiveSqlTransaction: 25P01, outside of a block.
            UndefinedTable: 42P01, there is no such relation.
            LockNotAvailable: 55P03, others have the gate, with NOWAIT or for too long.

        """
        command = lock(analysed.statement.text)
        if self._transaction.block is Block.NONE:
            raise NoActiveSqlTransaction("LOCK TABLE can only be used in transaction blocks")
        for written in command.relations:
            for relation in self._relations(written):
                if command.excludes:
                    self._take(relation, waits=command.waits)
        return Done(analysed.statement.tag())

    def _relations(self, written: str) -> frozenset[Relation]:
        (query,) = split(f"TABLE {written}")
        bound = self._analyst.analyse(query, describe=False).bound
        return bound.relations if bound is not None else frozenset()

    def _take(self, relation: Relation, *, waits: bool) -> None:
        lake = lake_of(self._gateway, relation)
        if lake is None:
            return  # nobody else has it
        try:
            self._transaction.lock(lake, relation, topic_ids(self._gateway, relation), waits=waits)
        except LockNotAvailable as error:
            if waits:
                raise
            raise LockNotAvailable(f'could not obtain lock on relation "{relation.name}"') from error
