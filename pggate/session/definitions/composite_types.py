"""
CREATE, ALTER and DROP TYPE: composite types of the session's database; others are enumerated ones (enums.py).

The lake keeps a STRUCT and knows no name of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.engine.names import quote_identifier
from pggate.errors import (
    DependentObjectsStillExist,
    DuplicateObject,
    FeatureNotSupported,
    PgError,
    UndefinedObject,
    UndefinedTable,
)
from pggate.lake.declared_composites import Attribute, CompositeType
from pggate.session.cursors.places import topic_ids
from pggate.session.definitions.attribute_changes import AttributeChanges
from pggate.session.queries.declared_objects import (
    DeclaredObjects,
    cascade_notice,
    columns_of,
    dependents_remain,
    table_of,
)
from pggate.session.statement.outcome import Done
from pggate.translate.commands import composite_commands, type_commands
from pggate.translate.commands.attribute_commands import DropAttribute, attribute_actions
from pggate.translate.commands.type_commands import RenameType, SetOwner, SetSchema
from pggate.translate.texts.statements import split
from pggate.types.enums import MARK
from pggate.types.table import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pggate.engine.definitions import Relation
    from pggate.lake.lake import Lake
    from pggate.session.analysis.analysis import Analyst
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.definitions.enums import Enums
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.identity import Identity
    from pggate.session.statement.notices import Notices
    from pggate.session.transactions.transaction import Transaction
    from pggate.translate.commands.attribute_commands import AttributeAction
    from pggate.translate.commands.type_commands import Name


class CompositeTypes:
    """
    Runs one session's CREATE, ALTER and DROP TYPE.
    """

    def __init__(
        self,
        gateway: Gateway,
        identity: Identity,
        cursors: Cursors,
        transaction: Transaction,
        notices: Notices,
        analyst: Analyst,
        enums: Enums,
    ) -> None:
        self._gateway = gateway
        self._identity = identity
        self._cursors = cursors
        self._transaction = transaction
        self._notices = notices
        self._analyst = analyst
        self._enums = enums
        self._objects = DeclaredObjects(gateway, identity, cursors, transaction)
        self._changes = AttributeChanges(gateway, identity, cursors, transaction, notices, self._attributes)

    def create(self, analysed: Analysed, parameters: Sequence[object]) -> Done:
        """CREATE TYPE."""
        command = composite_commands.create_composite(analysed.statement.text)
        if command is None:
            return self._enums.create(analysed, parameters)
        if not command.attributes:
            raise FeatureNotSupported("a composite type needs an attribute", hint="Name one.")
        lake = self._objects.begin(analysed)
        schema, name = self._objects.place(command.name)
        self._check_free(schema, name)
        attributes = self._attributes(command.attributes)
        oid = self._gateway.registry.take_oid(2)
        self._declare(lake, CompositeType(oid, oid + 1, schema, name, attributes))
        return Done(analysed.statement.tag())

    def alter(self, analysed: Analysed, parameters: Sequence[object]) -> Done:
        """ALTER TYPE."""
        name = composite_commands.altered(analysed.statement.text)
        found, actions = self._find(name), attribute_actions(analysed.statement.text)
        if found is None and actions and self._cursors.enums().find(name) is None:
            raise UndefinedTable(f'relation "{".".join(name)}" does not exist')
        if found is None:
            return self._enums.alter(analysed, parameters)
        if actions:
            return self._alter_attributes(analysed, found, actions)
        command = type_commands.alter_type(analysed.statement.text)
        lake = self._objects.begin(analysed)
        match command:
            case RenameType():
                self._check_free(found.schema, command.new)
                self._declare(lake, replace(found, name=command.new))
            case SetSchema():
                self._objects.check_schema(command.schema)
                self._check_free(command.schema, found.name)
                self._declare(lake, replace(found, schema=command.schema))
            case SetOwner():
                pass
            case _:
                raise UndefinedObject(f"{found.name} is not an enum", sqlstate="42809")
        return Done(analysed.statement.tag())

    def _alter_attributes(
        self, analysed: Analysed, composite: CompositeType, actions: Sequence[AttributeAction]
    ) -> Done:
        lake = self._objects.begin(analysed)
        for action in actions:
            self._change_attribute(lake, composite, action)
        return Done(analysed.statement.tag())

    def _change_attribute(self, lake: Lake, composite: CompositeType, action: AttributeAction) -> None:
        current = self._cursors.composites().all_declared
        now = next(one for one in current if one.oid == composite.oid)
        for changed in self._changes.change(lake, now, action):
            self._declare(lake, changed)

    def drop(self, analysed: Analysed, parameters: Sequence[object]) -> Done:
        """DROP TYPE."""
        command = type_commands.drop_type(analysed.statement.text)
        for name in command.names:
            self._refuse_row_type(name)
        found = [self._find(name) for name in command.names]
        if not any(found):
            return self._enums.drop(analysed, parameters)
        if not all(found):
            raise FeatureNotSupported(
                "enumerated and composite types cannot be dropped by one command",
                hint="Drop them one by one.",
            )
        lake = self._objects.begin(analysed)
        for composite in filter(None, found):
            self._drop_dependents(lake, composite, cascade=command.cascade)
            self._cursors.declaring.composites[composite.oid] = None
            self._objects.unmark(lake, _mark(composite))
        return Done(analysed.statement.tag())

    # -- steps

    def _declare(self, lake: Lake, composite: CompositeType) -> None:
        self._cursors.declaring.composites[composite.oid] = composite
        self._objects.mark(lake, _mark(composite), composite.oid)

    def _find(self, name: Name) -> CompositeType | None:
        return self._cursors.composites().find_declared(name)

    def _check_free(self, schema: str, name: str) -> None:
        """
        Raises:
            DuplicateObject: There is a type of that name, if only a relation's row type.

        """
        is_taken = (schema, name) in self._cursors.enums().by_name
        if (
            is_taken
            or self._cursors.composites().find((schema, name)) is not None
            or (name in BY_NAME and schema == "pg_catalog")
        ):
            raise DuplicateObject(f'type "{name}" already exists')

    def _attributes(self, written: tuple[tuple[str, str], ...]) -> tuple[Attribute, ...]:
        items = ", ".join(f"NULL::{text} AS {quote_identifier(name)}" for name, text in written)
        (question,) = split(f"SELECT {items}")
        try:
            columns = self._analyst.analyse(question, describe=True).columns or ()
        except PgError as error:
            error.position = None  # in a text that nobody wrote
            raise
        for column in columns:
            if MARK in column.duckdb:
                raise FeatureNotSupported(
                    f'attribute "{column.name}" is of an enumerated type', hint="Use text for it."
                )
        return tuple(
            Attribute(column.name, column.duckdb, column.type.oid, column.typmod) for column in columns
        )

    def _refuse_row_type(self, name: Name) -> None:
        """A relation's row type goes with it."""
        if self._find(name) is None and self._cursors.enums().find(name) is None:
            relation = self._cursors.composites().find_relation(name)
            if relation is not None:
                kind = "table" if relation.topic is not None else "view"
                raise DependentObjectsStillExist(
                    f"cannot drop type {relation.name} because {kind} {relation.name} requires it",
                    hint=f"You can drop {kind} {relation.name} instead.",
                )

    def _drop_dependents(self, lake: Lake, composite: CompositeType, *, cascade: bool) -> None:
        columns = list(self._columns(composite))
        attributes = [
            (other, attribute.name)
            for other in self._cursors.composites().all_declared
            for attribute in other.attributes
            if attribute.type in (composite.oid, composite.array_oid)
        ]
        dependents = [f"column {column} of table {relation.name}" for relation, column in columns]
        dependents += [f"column {name} of composite type {other.name}" for other, name in attributes]
        if dependents and not cascade:
            raise dependents_remain(f"type {composite.name}", dependents)
        if dependents:
            self._notices.add(cascade_notice(dependents))
        for other, name in attributes:
            self._change_attribute(lake, other, DropAttribute(name))
        for relation, column in columns:
            self._transaction.will_change(lake, relation, topic_ids(self._gateway, relation))
            sql = f"ALTER TABLE {table_of(relation)} DROP COLUMN {quote_identifier(column)}"
            self._cursors.lake.run(sql)
            self._cursors.define(sql)
            self._transaction.altered.add(relation)

    def _columns(self, composite: CompositeType) -> Iterator[tuple[Relation, str]]:
        for relation, name, declared in columns_of(self._gateway, self._cursors, self._identity.database):
            if declared.type in (composite.oid, composite.array_oid):
                yield relation, name


def _mark(composite: CompositeType) -> str:
    return f"type:{composite.oid}"
