"""
The session's transaction: its status I/T/E, how it begins, and how it ends.

Theory of operation.  Whatever goes wrong, the engine's transaction is rolled back at once and the session
stays in E by itself (`block`): duckdb 1.5.5 leaves the transaction of some errors alive and that of others
aborted, and answers OK to the COMMIT of an aborted one.  What a transaction has written until then, and what
of it outlives a ROLLBACK TO, is `work`.
"""

from __future__ import annotations

from contextlib import contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING

from pggate.errors import (
    ActiveSqlTransaction,
    FeatureNotSupported,
    IdleInTransactionSessionTimeout,
    PgError,
)
from pggate.session.settings.characteristics import LATE
from pggate.session.settings.gucs import CHARACTERISTICS
from pggate.session.statement.block import ABORTED, ENDING, Block, Status
from pggate.session.transactions.savepoints import Savepoints
from pggate.session.transactions.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping

    from pggate.session.cursors.cursors import Cursors
    from pggate.session.settings.settings import Settings
    from pggate.session.transactions.savepoints import Layer
    from pggate.translate.texts.statements import Statement


class Transaction(Work):
    """
    One session's transaction, or the place where the next one will be.

    `owner` is who the gates belong to.  `refresh` is called after a transaction that changed what exists.
    """

    def __init__(
        self, cursors: Cursors, settings: Settings, owner: Hashable, refresh: Callable[[], object]
    ) -> None:
        super().__init__(cursors, settings, owner)
        self._refresh = refresh

    def _clear(self) -> None:
        super()._clear()
        self.failure: PgError | None = None
        self._executing = False
        self._kept_locks: Collection[int] = ()

    @property
    def status(self) -> Status:
        """As ReadyForQuery reports it."""
        return self.block.status(failed=self.failure is not None)

    @property
    def characteristics(self) -> dict[str, str]:
        """What BEGIN and SET TRANSACTION have said, as settings."""
        return {name: self._settings.show(name) for name in CHARACTERISTICS}

    # -- where a statement stands

    def check_allows(self, statement: Statement) -> None:
        """
        Raises:
            InFailedSqlTransaction: A statement failed earlier; only ROLLBACK and COMMIT are left.
            IdleInTransactionSessionTimeout: The first to hear that the transaction was ended meanwhile.

        """
        if self.failure is None or statement.kind in ENDING:
            return
        failure, self.failure = self.failure, ABORTED
        raise failure if isinstance(failure, IdleInTransactionSessionTimeout) else ABORTED

    def begin(self, block: Block, characteristics: Mapping[str, str] = MappingProxyType({})) -> None:
        """
        Statements from here on belong together; BEGIN within an implicit block makes it explicit.

        Args:
            characteristics: Settings of this transaction that are not the session's defaults.

        """
        if self.block is Block.NONE:
            self._settings.begin()
        self.block = block
        for name, value in characteristics.items():
            self._settings.set(name, value)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Outside a block, what is done inside is a transaction of its own; a failure is undone by `fail`."""
        is_alone = self.block is Block.NONE
        if is_alone:
            self.begin(Block.IMPLICIT)
        yield
        if is_alone:
            self.commit()

    @contextmanager
    def executing(self, command: str = "") -> Iterator[None]:
        """
        A statement runs on the engine.  If it fails the engine's transaction is lost; a failure anywhere else
        leaves it as it was, for ROLLBACK TO.

        Args:
            command: What an error calls it.

        """
        self._executing = True
        self._command = command
        yield
        self._executing = False

    def change(self, characteristics: Mapping[str, str]) -> None:
        """
        SET TRANSACTION.

        Raises:
            ActiveSqlTransaction: A query has run already, and its snapshot stands.

        """
        before = self.characteristics
        for name, value in characteristics.items():
            if self._engine_begun and value != before[name] and (name, value) in LATE:
                raise ActiveSqlTransaction(LATE[name, value])
            self._settings.set(name, value)

    # -- savepoints

    def define_savepoint(self, name: str) -> None:
        """SAVEPOINT name."""
        self.savepoints.define(name, self._settings.state())

    def rollback_to(self, name: str) -> None:
        """
        ROLLBACK TO name.

        Raises:
            InvalidSavepointSpecification: There is no such savepoint.
            FeatureNotSupported: Only the engine could undo it, and would undo what came before, too.

        """
        kept, undone = self.savepoints.split(name)
        intact = self._engine_begun and not any(layer.in_engine for layer in undone)
        if not intact and not all(map(self._can_be_repeated, kept)):
            raise FeatureNotSupported(
                f'cannot roll back to savepoint "{name}": what was written before it would be lost',
                hint="ROLLBACK the transaction and run it again without what is to be undone.",
            )
        if not intact and self._engine_begun:
            self._lose(_locked(kept))
        elif not intact:  # what is held then are locks alone
            self._release_gate(_locked(kept))
        for layer in undone:
            self._forget(layer.segments)
        self._settings.restore(self.savepoints.return_to(name).settings)
        self.keys.use_again(self.keys.used)
        self.failure = None

    # -- how it ends

    def commit(self) -> None:
        """
        Make the transaction durable and visible, whatever it did.

        Raises:
            PgError: It could not be; it is rolled back then.

        """
        if self.failure is not None:  # of an implicit block that has expired
            failure = self.failure
            self.rollback()
            raise failure
        try:
            self.savepoints.release_all()
            if self.savepoints.any_appended:
                self.enter()
            if self._engine_begun:
                self._cursors.end_temporary()
                self._commit_engine()
        except BaseException:
            self.rollback()
            raise
        self._settings.commit()
        self._leave(committed=True)

    def give_up(self) -> None:
        """ROLLBACK by the client, who may not have been told to: its key is no other statement's."""
        used = set() if self.failure is not None else set(self.keys.used)
        self.rollback()
        self.keys.use_again(used)

    def rollback(self) -> None:
        """Undo everything; nothing of it was ever visible."""
        self._roll_back_engine()
        self._forget(self.savepoints.segments)
        self._settings.rollback()
        self._leave(committed=False)

    def fail(self) -> None:
        """
        A statement failed: undo everything now, and in an explicit block refuse what follows.
        """
        if self.block is not Block.EXPLICIT:
            self.rollback()
            return
        if self._executing or not self.savepoints.any_defined:
            self._lose(_locked(self.savepoints.layers))
        self.failure = ABORTED

    def expire(self, error: PgError) -> None:
        """
        Others have waited long enough for this transaction's end: undo everything now.  Whoever comes next in
        the block hears why, be it only the Sync that should commit an implicit one.
        """
        failed_before = self.failure is not None
        self._lose()
        self.failure = ABORTED if failed_before else error

    def _lose(self, locked: Collection[int] = ()) -> None:
        """
        The engine's transaction is over; the block goes on, for ROLLBACK TO with what it has appended.

        Args:
            locked: The topics of LOCK TABLE that stay locked (PostgreSQL 15, 13.3): nobody has changed them
                when the engine's next transaction begins.

        """
        block, characteristics = self.block, self.characteristics
        savepoints, lake = self.savepoints, self.lake
        if savepoints.any_defined:
            self._cursors.set_aside()  # portals that are older than the last savepoint go on
            self.savepoints = Savepoints()
            self._kept_locks = locked
        self.rollback()
        self.begin(block, characteristics)
        if savepoints.any_defined:
            self.savepoints, self.lake = savepoints, lake
            self._holds_gate = lake is not None and lake.gates.is_holding(self._owner)

    def _leave(self, *, committed: bool) -> None:
        try:
            self._cursors.leave_transaction(committed=committed)
            if self.changed_catalog:
                self._refresh()  # after a rollback too: the mirror may have had to wait for our definitions
        finally:  # whoever waits for a gate shall find in the mirror what was defined
            self._release_gate(self._kept_locks)
            self._clear()


def _locked(layers: Iterable[Layer]) -> frozenset[int]:
    return frozenset(topic for layer in layers for topic in layer.locked)
