"""
A statement that reads live views finds in them what its snapshot has (decision 21).

One that reads several, or topics of the same lake, too, or stands in a transaction, reads the views as of
the snapshot that the transaction has; any other as they are, once they have all that was committed before it
began.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from pggate.errors import SerializationFailure
from pggate.session.cursors.cursor_pair import set_variable
from pggate.session.cursors.places import LAKE_PREFIX
from pggate.session.statement.block import Block
from pggate.views.state import PINNED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pggate.engine.definitions import Relation
    from pggate.lake.live_views import LiveView
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.identity import Identity
    from pggate.session.transactions.transaction import Transaction

PATIENCE: Final = 30.0
"""Seconds that a statement waits for views, where statement_timeout does not end it before."""

ATTEMPTS: Final = 5
"""Of a statement that finds a view made anew beyond its snapshot, which is a rare thing to happen once."""

MADE: Final = 0
"""A snapshot that every view has that has been made."""


class FreshViews:
    """
    Of one session.
    """

    def __init__(
        self, gateway: Gateway, identity: Identity, cursors: Cursors, transaction: Transaction
    ) -> None:
        self._gateway = gateway
        self._identity = identity
        self._cursors = cursors
        self._transaction = transaction
        self._is_pinned = False
        """Does the cursor read views as of some snapshot?"""

    def wait(self, analysed: Analysed) -> None:
        """
        Before the statement runs.

        Raises:
            ObjectNotInPrerequisiteState: A view cannot take some rows.
            SerializationFailure: One was made after the transaction's snapshot.
            QueryCanceled: It takes too long.

        """
        if not self._gateway.mirror.catalog.live:
            return
        relations = {
            each for part in analysed.every if part.bound is not None for each in part.bound.relations
        }
        for database, views in self._read(relations).items():
            is_mixed = len(views) > 1 or any(self._is_topic(database, each) for each in relations)
            self._wait(database, views, is_mixed=is_mixed)

    def _read(self, relations: Iterable[Relation]) -> dict[str, set[LiveView]]:
        """By the databases that they are of."""
        live, own = self._gateway.mirror.catalog.live, self._cursors.declaring.live_views
        found: dict[str, set[LiveView]] = defaultdict(set)
        for relation in relations:
            place = relation.catalog.removeprefix(LAKE_PREFIX), relation.schema, relation.name
            for one in live.get(place, ()):
                if one.live is not None and one.oid not in own:
                    found[one.database].add(one.live)
        return found

    def _all(self, database: str) -> set[LiveView]:
        live = self._gateway.mirror.catalog.live.values()
        return {
            one.live for every in live for one in every if one.live is not None and one.database == database
        }

    def _is_topic(self, database: str, relation: Relation) -> bool:
        catalog = self._gateway.mirror.catalog
        of = relation.catalog.removeprefix(LAKE_PREFIX)
        found = catalog.find(of, relation.schema, relation.name)
        return of == database and found is not None and found.kind != "m"

    def _wait(self, database: str, views: set[LiveView], *, is_mixed: bool) -> None:
        """A statement that is pinned by itself begins again where a view was made anew meanwhile."""
        is_block = self._transaction.block is not Block.NONE
        for left in reversed(range(ATTEMPTS)):
            if is_mixed and not is_block:
                self._transaction.begin(Block.IMPLICIT)
            try:
                self._wait_once(database, views, is_block=is_block)
            except SerializationFailure:
                if is_block or not left:
                    raise
                self._transaction.rollback()
            else:
                return

    def _wait_once(self, database: str, views: set[LiveView], *, is_block: bool) -> None:
        lake = self._gateway.databases.find(database).lake
        follower, cursor = self._gateway.live_views.of(lake), self._cursors.lake
        is_pinned = self._transaction.block is not Block.NONE
        self._transaction.enter()
        snapshot = lake.snapshot(cursor) if is_pinned else lake.newest(cursor)
        settings = self._gateway.settings[self._identity.pid]
        wanted = snapshot if settings.show("pggate.view_consistency") == "strict" else MADE
        pinned = snapshot if is_pinned else None
        # A block reads the state of all of them as it is when it first reads any.
        others = self._all(database) if is_block else ()
        follower.standings.wait(views, wanted, PATIENCE, self._cursors.is_canceled, pinned, others)
        if pinned is not None:
            follower.pin(cursor, views, pinned)
        if pinned is not None or self._is_pinned:
            set_variable(cursor, PINNED, pinned)
            self._is_pinned = pinned is not None
