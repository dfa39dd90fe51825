"""
Views while other things are defined: what they read does not go without them, and is renamed for them, too.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from pggate.errors import PgError
from pggate.session.columns.column_notes import place
from pggate.session.definitions.dropping import Dropping
from pggate.session.definitions.renaming import RENAMES, note_renamed_view, read_otherwise
from pggate.session.definitions.view_replacing import check_replaced
from pggate.session.queries.declared_objects import table_of
from pggate.session.queries.if_exists import DROPPED
from pggate.translate.writing import queries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.bound import Bound
    from pggate.engine.definitions import Created, Relation
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.definitions.dependents import Dependents, View
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.notices import Notices
    from pggate.translate.texts.kinds import Kind


class StandingViews:
    """
    Of one session.
    """

    def __init__(self, gateway: Gateway, cursors: Cursors, notices: Notices, dependents: Dependents) -> None:
        self._cursors = cursors
        self._dependents = dependents
        self._dropping = Dropping(gateway, cursors, notices)
        self._going: frozenset[Relation] = frozenset()

    @contextmanager
    def together(self, analysed: Analysed) -> Iterator[None]:
        """While the parts of a DROP of several objects run, none of which keeps another."""
        bounds = [part.bound for part in analysed.parts]
        self._going = frozenset(bound.dropped.relation for bound in bounds if bound and bound.dropped)
        try:
            yield
        finally:
            self._going = frozenset()

    def let_go(self, kind: Kind, bound: Bound) -> list[View]:
        """
        Before the engine drops or alters something.

        Returns:
            The views that are to be told of another name.

        Raises:
            DependentObjectsStillExist, FeatureNotSupported, WrongObjectType: See Dropping.

        """
        altered, created = bound.altered, bound.created
        if created is not None and created.kind == "view" and created.conflict == "replace":
            self._check_replaced(created)
        if bound.dropped is not None and kind in DROPPED:
            self._dropping.refuse_other_kind(bound.dropped, DROPPED[kind])
        if bound.dropped is not None:
            self._dropping.drop(bound.dropped, self._going)
        if altered is None:
            return []
        self._dropping.alter(altered)
        if altered.action == "rename_column":
            return self._dependents.views(altered.relation, str(altered.details["old_name"]))
        return self._dependents.views(altered.relation) if altered.action in RENAMES else []

    def _check_replaced(self, created: Created) -> None:
        if self._dependents.view(created.relation) is not None:
            try:
                old = self._cursors.binder.columns(f"SELECT * FROM {table_of(created.relation)}")
            except PgError:  # it does not bind any more: anything is better
                return
            check_replaced(old, created.columns)
            self._dropping.refuse_other_query(created.relation)

    def follow(self, kind: Kind, bound: Bound, text: str, readers: list[View]) -> None:
        """
        After the engine has done it.

        Args:
            text: What it ran.
            readers: What `let_go` gave.

        """
        views, created, dropped = self._cursors.declaring.views, bound.created, bound.dropped
        if created is not None and created.kind == "view":
            if self._dependents.view(created.relation) is None:
                self._cursors.declaring.make(place(created.relation))
            query = queries.inner(text, kind)
            views[place(created.relation)] = query.query if query is not None else ""
        elif dropped is not None and dropped.kind != "schema":
            views[place(dropped.relation)] = None  # the binder takes a view for a table
        elif dropped is not None:
            views.update({where: None for where in views if where[0] == dropped.relation.schema})
        elif bound.altered is not None and bound.altered.action in RENAMES:
            note_renamed_view(self._cursors, bound.altered, self._dependents.view(bound.altered.relation))
        if bound.altered is not None:
            read_otherwise(self._cursors, readers, bound.altered)
