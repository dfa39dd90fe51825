"""
IF EXISTS and IF NOT EXISTS of definitions, with PostgreSQL's notices.
"""

from __future__ import annotations

from dataclasses import astuple
from typing import TYPE_CHECKING, Final

from pggate.errors import DuplicateColumn, Notice
from pggate.session.cursors.places import LAKE_PREFIX, is_temporary
from pggate.session.queries.declared_objects import table_of
from pggate.session.queries.known_relations import columns
from pggate.translate.texts.kinds import Kind

if TYPE_CHECKING:
    from pggate.engine.bound import Bound
    from pggate.engine.definitions import Altered, Created, Relation
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.notices import Notices

DROPPED: Final = {Kind.DROP_TABLE: "table", Kind.DROP_VIEW: "view"}
"""What PostgreSQL calls a relation that is not there to be dropped."""


class IfExists:
    """
    Knows what there is already, to one session.
    """

    def __init__(self, gateway: Gateway, cursors: Cursors, notices: Notices) -> None:
        self._gateway = gateway
        self._cursors = cursors
        self._notices = notices

    def has_nothing_to_do(self, kind: Kind, bound: Bound) -> bool:
        """
        Is the definition done, since what it makes is there, or what it changes is not?

        Of schemas the engine finds out by itself: there is a notice, and something to do all the same.
        """
        created, dropped, altered = bound.created, bound.dropped, bound.altered
        if created is not None and created.conflict == "ignore" and self._exists(created):
            self._notices.add(
                Notice(f'relation "{created.relation.name}" already exists, skipping', sqlstate="42P07")
            )
            return True
        if dropped is not None and not dropped.found:
            what = DROPPED.get(kind, dropped.kind)
            self._notices.add(Notice(f'{what} "{dropped.relation.name}" does not exist, skipping'))
            return True
        if altered is not None and not altered.found:
            self._notices.add(Notice(f'relation "{altered.relation.name}" does not exist, skipping'))
            return True
        if altered is not None and self._column_is_there_or_not(altered):
            return True
        self._notice_schema(bound)
        return False

    def _column_is_there_or_not(self, altered: Altered) -> bool:
        """
        ADD COLUMN IF NOT EXISTS of one that is there, DROP COLUMN IF EXISTS of one that is not.

        Raises:
            DuplicateColumn: ADD COLUMN of one that is there.

        """
        details, of = altered.details, f'of relation "{altered.relation.name}"'
        if altered.column is not None and altered.column.name in self._columns(altered.relation):
            message = f'column "{altered.column.name}" {of} already exists'
            if not details.get("if_column_not_exists"):
                raise DuplicateColumn(message)
            self._notices.add(Notice(f"{message}, skipping", sqlstate="42701"))
            return True
        if altered.action == "remove_column" and details.get("if_column_exists"):
            name = str(details["removed_column"])
            if name not in self._columns(altered.relation):
                self._notices.add(Notice(f'column "{name}" {of} does not exist, skipping'))
                return True
        return False

    def _columns(self, relation: Relation) -> set[str]:
        return {column.name for column in self._cursors.binder.columns(f"SELECT * FROM {table_of(relation)}")}

    def _notice_schema(self, bound: Bound) -> None:
        created, dropped = bound.created, bound.dropped
        if created is not None and created.kind == "schema":
            name = created.relation.schema
            if created.conflict == "ignore" and self._knows_schema(created.relation):
                self._notices.add(Notice(f'schema "{name}" already exists, skipping', sqlstate="42P06"))
        elif dropped is not None and dropped.kind == "schema":
            name = dropped.relation.schema
            if dropped.if_exists and not self._knows_schema(dropped.relation):
                self._notices.add(Notice(f'schema "{name}" does not exist, skipping'))

    def _knows_schema(self, relation: Relation) -> bool:
        database = self._gateway.mirror.catalog.database(relation.catalog.removeprefix(LAKE_PREFIX))
        return relation.schema in database.schemas.keys() | self._cursors.own_schemas

    def _exists(self, created: Created) -> bool:
        relation = created.relation
        if is_temporary(relation):
            return columns(self._cursors.binder, astuple(relation)) is not None
        found = self._gateway.mirror.catalog.find(
            relation.catalog.removeprefix(LAKE_PREFIX), relation.schema, relation.name
        )
        return created.kind in ("table", "view") and found is not None
