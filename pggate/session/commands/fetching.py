"""
Cursors of SQL: DECLARE opens a portal, FETCH and MOVE go about in it, CLOSE ends it.

A cursor sees what its transaction saw when it was declared.  It reads forward only and lazily from the open
result, unless it is declared with SCROLL: then what was read is kept in a store.  WITH HOLD, the rest is
taken when the transaction commits.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.errors import InternalError, InvalidCursorName, NoActiveSqlTransaction
from pggate.session.statement.block import Block
from pggate.session.statement.outcome import Done, Rows
from pggate.session.statement.portal import Portal, Prepared
from pggate.translate.commands import cursors
from pggate.translate.texts.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.session.live.portals import Portals
    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.outcome import Outcome
    from pggate.session.transactions.transaction import Transaction

    Run = Callable[[Analysed, Sequence[object]], Outcome]


class Fetching:
    """
    Runs one session's DECLARE, FETCH, MOVE and CLOSE.
    """

    def __init__(self, transaction: Transaction, portals: Portals) -> None:
        self._transaction = transaction
        self._portals = portals
        self._runs: dict[Kind, Callable[[Analysed, Sequence[object], Run], Outcome]] = {
            Kind.DECLARE: self._declare,
            Kind.FETCH: self._fetch,
            Kind.MOVE: self._move,
            Kind.CLOSE: self._close,
        }

    def run(self, analysed: Analysed, parameters: Sequence[object], run: Run) -> Outcome:
        """
        Args:
            run: Runs any statement, for the cursor's query.

        """
        return self._runs[analysed.statement.kind](analysed, parameters, run)

    def _declare(self, analysed: Analysed, parameters: Sequence[object], run: Run) -> Outcome:
        declared = cursors.declare(analysed.statement.text)
        is_alone = self._transaction.block is Block.NONE
        if is_alone and not declared.hold:
            raise NoActiveSqlTransaction("DECLARE CURSOR can only be used in transaction blocks")
        self._portals.require_free(declared.name)
        (query,) = analysed.parts
        outcome = run(query, parameters)
        if not isinstance(outcome, Rows):
            raise InternalError("a cursor's query returned no rows")
        prepared = Prepared(
            declared.name, replace(query, columns=outcome.columns), analysed.statement.text, query.parameters
        )
        portal = Portal(declared.name, prepared, tuple(parameters), (), outcome, cursor=declared)
        portal.level = self._transaction.savepoints.depth
        if declared.scroll:
            portal.store = self._portals.make_store()
        self._portals.bind(portal)
        if is_alone:
            self._portals.hold()
            self._portals.keep()
        return Done(analysed.statement.tag())

    def _fetch(self, analysed: Analysed, _parameters: Sequence[object], run: Run) -> Outcome:
        step = cursors.fetch(analysed.statement.text)
        portal = self._found(step.cursor)
        outcome = portal.open(run)
        batches = portal.reading().fetch(step)
        if not isinstance(outcome, Rows):
            raise InternalError("a portal that has rows returned none")
        is_binary = portal.cursor is not None and portal.cursor.binary
        return Rows(
            outcome.columns, lambda: next(batches, None), analysed.statement.tag, format=int(is_binary)
        )

    def _move(self, analysed: Analysed, _parameters: Sequence[object], run: Run) -> Outcome:
        step = cursors.fetch(analysed.statement.text)
        portal = self._found(step.cursor)
        portal.open(run)
        return Done(analysed.statement.tag(portal.reading().move(step)))

    def _close(self, analysed: Analysed, _parameters: Sequence[object], _run: Run) -> Outcome:
        name = cursors.close(analysed.statement.text)
        if name is None:
            self._portals.close_all()
        else:
            self._found(name)
            self._portals.close_portal(name)
        return Done(analysed.statement.tag())

    def _found(self, name: str) -> Portal:
        portal = self._portals.find_portal(name)
        if portal is None:
            raise InvalidCursorName(f'cursor "{name}" does not exist')
        return portal
