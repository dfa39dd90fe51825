"""
EXPLAIN MATERIALIZED VIEW: how a live view is kept, and how far it is.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from pggate.errors import InsufficientPrivilege
from pggate.session.definitions.named_live_views import NamedLiveViews
from pggate.translate.texts.late_clauses import late_clauses
from pggate.views.explained import columns_of, lines
from pggate.views.stability import is_timed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.lake.lake import Lake
    from pggate.lake.live_views import LiveView
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.identity import Identity
    from pggate.translate.commands.live_view_commands import Name
    from pggate.views.inspecting import Held


class ExplainedLiveViews:
    """
    Of one session.
    """

    def __init__(self, gateway: Gateway, identity: Identity, cursors: Cursors) -> None:
        self._gateway = gateway
        self._identity = identity
        self._named = NamedLiveViews(cursors)

    def lines(self, name: Name) -> list[str]:
        """
        Raises:
            UndefinedTable: 42P01, there is nothing of that name.
            WrongObjectType: 42809, it is no live view.
            InsufficientPrivilege: The role is no superuser.

        """
        if not self._identity.superuser:
            raise InsufficientPrivilege(f"permission denied for materialized view {name[-1]}")
        lake = self._gateway.databases.find(self._identity.database).lake
        view = self._named.wanted(lake, name)
        held = self._gateway.live_views.inspecting(lake).held(view)
        head = f"Live View on {view.schema}.{view.name}"
        return [head, *self._kept(lake, view, held), *_standing(held)]

    def _kept(self, lake: Lake, view: LiveView, held: Held) -> Iterator[str]:
        compiled = self._gateway.live_views.compiled(lake, view)
        topics = {topic.table_id: topic for topic in lake.committed(view.topics)}
        names = [f"{topics[each].schema}.{topics[each].name}" for each in view.topics if each in topics]
        with closing(self._gateway.binder.cursor()) as binder:
            columns = columns_of(compiled, binder.tree(compiled.partials), binder.text, held.types)
            is_read_now = is_timed(binder.tree(compiled.read))
        yield from lines(compiled, names, columns, late_clauses(view.query), is_timed=is_read_now)


def _standing(held: Held) -> Iterator[str]:
    applied = "none yet" if held.applied is None else str(held.applied)
    yield f"  Applied Snapshot: {applied} of {held.newest}"
    if held.base is not None:
        yield f"  Rows in Base: {held.base}"
        yield f"  Rows in Pending Deltas: {held.deltas}"
    if held.note is not None:
        yield f"  Note: {held.note}"
