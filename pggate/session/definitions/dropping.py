"""
DROP, and ALTER that takes something away: what depends on it keeps it, or goes with it (PostgreSQL 15, 5.14).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.catalog.model import KIND_NAMES
from pggate.engine.definitions import Relation
from pggate.errors import FeatureNotSupported, PgError, WrongObjectType
from pggate.session.columns.column_notes import place
from pggate.session.cursors.places import LAKE_PREFIX, find, lake_of
from pggate.session.definitions.dependents import Dependent, Dependents
from pggate.session.definitions.known_live_views import KnownLiveViews
from pggate.session.definitions.known_sequences import KnownSequences
from pggate.session.definitions.renaming import RENAMES
from pggate.session.queries.declared_objects import cascade_notice, dependents_remain, table_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pggate.engine.definitions import Altered, Dropped
    from pggate.lake.live_views import LiveView
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.notices import Notices


class Dropping:
    """
    Of one session.
    """

    def __init__(self, gateway: Gateway, cursors: Cursors, notices: Notices) -> None:
        self._gateway = gateway
        self._cursors = cursors
        self._notices = notices
        self._dependents = Dependents(gateway, cursors)
        self._sequences = KnownSequences(gateway, cursors)
        self._live = KnownLiveViews(cursors)

    def refuse_other_kind(self, dropped: Dropped, wanted: str) -> None:
        """
        Args:
            wanted: "table" or "view", what the statement says.

        Raises:
            WrongObjectType: It is the other.

        """
        if (other := self.kind(dropped.relation)) != wanted:
            raise WrongObjectType(
                f'"{dropped.relation.name}" is not a {wanted}',
                hint=f"Use DROP {other.upper()} to remove a {other}.",
            )

    def drop(self, dropped: Dropped, going: Collection[Relation] = ()) -> None:
        """
        DROP TABLE, DROP VIEW, DROP SCHEMA is about to run; CASCADE drops here what depends on it.

        Args:
            going: What the same statement drops besides.

        Raises:
            DependentObjectsStillExist: 2BP01, without CASCADE.

        """
        if dropped.kind == "schema":
            self._drop_schema(dropped)
        elif dropped.kind in ("table", "view"):
            what = self._dependents.shown(self.kind(dropped.relation), dropped.relation)
            found = self._dependents.of(dropped.relation, what, going=going)
            self._let_go(what, found, cascade=dropped.cascade)

    def drop_live_view(self, relation: Relation, *, cascade: bool) -> None:
        """
        DROP MATERIALIZED VIEW is about to run.

        Raises:
            DependentObjectsStillExist: 2BP01, without CASCADE.

        """
        what = self._dependents.shown("materialized view", relation)
        self._let_go(what, self._dependents.of(relation, what), cascade=cascade)

    def kind(self, relation: Relation) -> str:
        """What it is: "table", "view" or "materialized view"."""
        if self._live_view(relation) is not None:
            return "materialized view"
        if self._cursors.declaring.views.get(place(relation)) is not None:
            return "view"
        found = find(self._gateway, relation)
        return "view" if found is not None and found.definition is not None else "table"

    def _live_view(self, relation: Relation) -> LiveView | None:
        lake = lake_of(self._gateway, relation)
        return self._live.find(lake, relation) if lake is not None else None

    def alter(self, altered: Altered) -> None:
        """
        ALTER TABLE is about to run.

        Raises:
            DependentObjectsStillExist: DROP COLUMN without CASCADE of a column that something depends on.
            FeatureNotSupported: The type of a column changes that a view reads, or a name that a live view
                does.

        """
        details, relation = altered.details, altered.relation
        if altered.action == "remove_column":
            name = str(details["removed_column"])
            what = f"column {name} of {self._dependents.shown('table', relation)}"
            found = self._dependents.of(relation, what, name)
            self._let_go(what, found, cascade=bool(details.get("cascade")))
        elif altered.action == "alter_column_type":
            name = str(details["column_name"])
            readers = (*self._dependents.views(relation, name), *self._dependents.live_views(relation, name))
            for view in readers[:1]:
                shown = self._dependents.shown(view.kind, view.relation)
                raise FeatureNotSupported(
                    "cannot alter type of a column used by a view or rule",
                    detail=f'rule _RETURN on {shown} depends on column "{name}"',
                )

        elif altered.action in {"rename_column", *RENAMES}:
            name = str(details.get("old_name", ""))
            for shown in self._live_readers(relation, name):
                raise FeatureNotSupported(
                    f"cannot rename what {shown} reads",
                    hint=f"Drop {shown}, and create it again with the new name.",
                )

    def _live_readers(self, relation: Relation, column: str = "") -> list[str]:
        """The live views that read it, themselves or through views."""
        found = self._dependents.of(relation, "", column)
        return [one.shown for one in found if not one.key and self._live_view(one.relation) is not None]

    def refuse_other_query(self, relation: Relation) -> None:
        """
        CREATE OR REPLACE is about to give a view another query.

        Raises:
            FeatureNotSupported: A live view has the query that it had.

        """
        for shown in self._live_readers(relation):
            raise FeatureNotSupported(
                f"cannot replace what {shown} reads", hint=f"Drop {shown}, and create it again after that."
            )

    def _let_go(self, what: str, found: list[Dependent], *, cascade: bool) -> None:
        if not found:
            return
        if not cascade:
            error = dependents_remain(what, [])
            error.detail = "\n".join(f"{one.shown} depends on {one.of}" for one in found)
            raise error
        self._notices.add(cascade_notice([one.shown for one in found]))
        for one in reversed(found):
            self._drop_dependent(one)

    def _drop_dependent(self, one: Dependent) -> None:
        if one.key:
            self._cursors.declaring.keys.setdefault(place(one.relation), {})[one.key] = None
            return
        name = table_of(one.relation)
        lake = lake_of(self._gateway, one.relation)
        if lake is not None and (live := self._live_view(one.relation)) is not None:
            self._live.forget(lake, live)
            return
        self._cursors.lake.run(f"DROP VIEW {name}")
        self._cursors.define(f"DROP TABLE {name}")
        self._cursors.declaring.views[place(one.relation)] = None

    # -- schemas

    def _drop_schema(self, dropped: Dropped) -> None:
        """
        The engine drops the schema's own members; here go those that depend on them from outside.
        """
        schema = dropped.relation.schema
        members = list(self._members(dropped.relation))
        outside = [
            one
            for member in members
            if member.relation.name
            for one in self._dependents.of(member.relation, member.shown)
            if one.relation.schema != schema
        ]
        found = members + list(dict.fromkeys(outside))
        if found and not dropped.cascade:
            self._let_go(f"schema {schema}", found, cascade=False)
        if found:
            self._notices.add(cascade_notice([one.shown for one in found]))
        for one in reversed(outside):
            self._drop_dependent(one)
        lake = lake_of(self._gateway, dropped.relation)
        if lake is not None:
            for live in self._live.of(lake).values():
                if live.schema == schema:  # the engine knows nothing of those
                    self._live.forget(lake, live)

    def _members(self, schema: Relation) -> Iterator[Dependent]:
        """What is in a schema, sequences that columns own apart, in the order in which it was made."""
        of = f"schema {schema.schema}"
        found: list[Dependent] = []
        for one in self._gateway.mirror.catalog.relations(schema.catalog.removeprefix(LAKE_PREFIX)):
            relation = Relation(schema.catalog, one.schema, one.name)
            if one.schema == schema.schema and one.kind != "S" and self._is_there(relation):
                kind = KIND_NAMES[one.kind]
                found.append(Dependent(one.oid, relation, self._dependents.shown(kind, relation), of))
        found += self._declared(schema, of)
        yield from sorted(found)

    def _declared(self, schema: Relation, of: str) -> Iterator[Dependent]:
        """Its sequences and types."""
        nowhere = Relation(schema.catalog, schema.schema, "")
        lake = lake_of(self._gateway, schema)
        for oid, sequence in (self._sequences.of(lake) if lake is not None else {}).items():
            owned = lake is not None and self._sequences.owner(lake, oid) is not None
            if sequence.schema == schema.schema and not owned:
                yield self._member("sequence", oid, nowhere, sequence.name, of)
        enums, composites = self._cursors.enums().by_name.values(), self._cursors.composites().all_declared
        types = [
            *((one.oid, one.schema, one.name) for one in enums),
            *((one.oid, one.schema, one.name) for one in composites),
        ]
        for oid, of_schema, name in types:
            if of_schema == schema.schema:
                yield self._member("type", oid, nowhere, name, of)

    def _member(self, kind: str, oid: int, nowhere: Relation, name: str, of: str) -> Dependent:
        return Dependent(oid, nowhere, self._dependents.shown(kind, replace(nowhere, name=name)), of)

    def _is_there(self, relation: Relation) -> bool:
        """Has the open transaction not dropped it?"""
        try:
            self._cursors.binder.columns(f"SELECT * FROM {table_of(relation)}")
        except PgError:
            found = find(self._gateway, relation)
            return found is not None and found.problem is not None
        return True
