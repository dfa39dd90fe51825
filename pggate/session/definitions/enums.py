"""
CREATE, ALTER and DROP TYPE: enumerated types of the session's database.

The lake keeps labels as text and knows no types.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.engine.names import qualified, quote_identifier, quote_literal
from pggate.errors import DuplicateObject, InvalidParameterValue, Notice, UndefinedObject
from pggate.lake.catalogs import alias
from pggate.session.columns.column_notes import ColumnNotes
from pggate.session.cursors.places import topic_ids
from pggate.session.definitions.declaring import retyped
from pggate.session.definitions.label_defaults import with_label_renamed
from pggate.session.definitions.type_readers import TypeReaders
from pggate.session.queries.declared_objects import (
    DeclaredObjects,
    cascade_notice,
    columns_of,
    dependents_remain,
    table_of,
)
from pggate.session.statement.outcome import Done
from pggate.translate.commands import type_commands
from pggate.translate.commands.type_commands import AddValue, RenameType, RenameValue, SetOwner, SetSchema
from pggate.types.enums import EnumType, literal
from pggate.types.table import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pggate.engine.definitions import Relation
    from pggate.lake.lake import Lake
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.identity import Identity
    from pggate.session.statement.notices import Notices
    from pggate.session.transactions.transaction import Transaction
    from pggate.translate.commands.type_commands import Name


class Enums:
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
    ) -> None:
        self._gateway = gateway
        self._identity = identity
        self._cursors = cursors
        self._transaction = transaction
        self._notices = notices
        self._objects = DeclaredObjects(gateway, identity, cursors, transaction)
        self._readers = TypeReaders(gateway, cursors)
        self._notes = ColumnNotes(gateway, cursors)

    def create(self, analysed: Analysed, _parameters: Sequence[object]) -> Done:
        """CREATE TYPE … AS ENUM."""
        command = type_commands.create_type(analysed.statement.text)
        lake = self._objects.begin(analysed)
        schema, name = self._objects.place(command.name)
        if (schema, name) in self._cursors.enums().by_name or (name in BY_NAME and schema == "pg_catalog"):
            raise DuplicateObject(f'type "{name}" already exists')
        oid = self._gateway.registry.take_oid(2)
        self._declare(lake, EnumType(oid, oid + 1, schema, name, command.labels))
        return Done(analysed.statement.tag())

    def alter(self, analysed: Analysed, _parameters: Sequence[object]) -> Done:
        """ALTER TYPE."""
        command = type_commands.alter_type(analysed.statement.text)
        lake = self._objects.begin(analysed)
        found = self._find(command.name)
        match command:
            case AddValue():
                now = self._added(found, command)
            case RenameValue():
                now = self._renamed_value(lake, found, command)
            case RenameType():
                now = self._moved(found, replace(found, name=command.new))
            case SetSchema():
                self._objects.check_schema(command.schema)
                now = self._moved(found, replace(found, schema=command.schema))
            case SetOwner():
                now = found
        if now != found:
            self._declare(lake, now)
        return Done(analysed.statement.tag())

    def drop(self, analysed: Analysed, _parameters: Sequence[object]) -> Done:
        """DROP TYPE."""
        command = type_commands.drop_type(analysed.statement.text)
        lake = self._objects.begin(analysed)
        for name in command.names:
            try:
                found = self._find(name)
            except UndefinedObject as error:
                if not command.if_exists:
                    raise
                self._notices.add(Notice(f"{error.message}, skipping"))
                continue
            self._drop_columns(lake, found, cascade=command.cascade)
            self._cursors.declaring.enums[found.oid] = None
            self._objects.unmark(lake, _mark(found))
        return Done(analysed.statement.tag())

    # -- steps

    def _declare(self, lake: Lake, enum: EnumType) -> None:
        self._follow_in_views(enum)
        self._cursors.declaring.enums[enum.oid] = enum
        self._objects.mark(lake, _mark(enum), enum.oid)
        for relation, column, is_list in self._columns(enum):
            of_type = enum.duckdb + ("[]" if is_list else "")
            self._cursors.define(retyped(self._cursors, relation, {column: of_type}))

    def _follow_in_views(self, now: EnumType) -> None:
        """A view's text has the labels in it, as they were when it was made."""
        known = next((e for e in self._cursors.enums().by_name.values() if e.oid == now.oid), now)
        if known == now:
            return
        old, new = (one.duckdb.removeprefix("ENUM") for one in (known, now))
        for view in self._gateway.mirror.catalog.relations(self._identity.database):
            if view.definition is not None and old in view.definition:
                name = qualified(alias(view.database), view.schema, view.name)
                body = _renamed(view.definition, known, now, old).replace(old, new)
                self._cursors.lake.run(f"CREATE OR REPLACE VIEW {name} AS {body}")

    def _find(self, name: Name) -> EnumType:
        found = self._cursors.enums().find(name)
        if found is None:
            raise UndefinedObject(f'type "{".".join(name)}" does not exist')
        return found

    def _moved(self, found: EnumType, now: EnumType) -> EnumType:
        if (now.schema, now.name) in self._cursors.enums().by_name:
            where = f' in schema "{now.schema}"' if now.schema != found.schema else ""
            raise DuplicateObject(f'type "{now.name}" already exists{where}')
        return now

    def _added(self, found: EnumType, command: AddValue) -> EnumType:
        labels = list(found.labels)
        if command.label in labels:
            message = f'enum label "{command.label}" already exists'
            if not command.if_not_exists:
                raise DuplicateObject(message)
            self._notices.add(Notice(f"{message}, skipping", sqlstate="42710"))
            return found
        if command.neighbour is None:
            return replace(found, labels=(*labels, command.label))
        if command.neighbour not in labels:
            raise InvalidParameterValue(f'"{command.neighbour}" is not an existing enum label')
        labels.insert(labels.index(command.neighbour) + (not command.before), command.label)
        return replace(found, labels=tuple(labels))

    def _renamed_value(self, lake: Lake, found: EnumType, command: RenameValue) -> EnumType:
        """Rows hold the label itself, so they are changed, too."""
        if command.label not in found.labels:
            raise InvalidParameterValue(f'"{command.label}" is not an existing enum label')
        if command.new in found.labels:
            raise DuplicateObject(f'enum label "{command.new}" already exists')
        columns = list(self._columns(found))
        for relation, column, _ in columns:
            self._readers.refuse_checks(f"label {command.label} of type {found.name}", relation, column)
        old, new = quote_literal(command.label), quote_literal(command.new)
        for relation, column, is_list in columns:
            self._transaction.will_change(lake, relation, topic_ids(self._gateway, relation))
            name, table = quote_identifier(column), table_of(relation)
            value = (
                f"list_transform({name}, lambda x: CASE WHEN x = {old} THEN {new} ELSE x END)"
                if is_list
                else new
            )
            where = f"list_contains({name}, {old})" if is_list else f"{name} = {old}"
            self._cursors.lake.run(f"UPDATE {table} SET {name} = {value} WHERE {where}")
            said = self._notes.known(relation, column)
            now = with_label_renamed(self._cursors.lake, said, command.label, command.new, is_list=is_list)
            if now != said:
                self._notes.note(relation, column, now)
        labels = tuple(command.new if label == command.label else label for label in found.labels)
        return replace(found, labels=labels)

    def _drop_columns(self, lake: Lake, found: EnumType, *, cascade: bool) -> None:
        columns = list(self._columns(found))
        dependents = [f"column {column} of table {relation.name}" for relation, column, _ in columns]
        if columns and not cascade:
            raise dependents_remain(f"type {found.name}", dependents)
        if columns:
            self._notices.add(cascade_notice(dependents))
        for relation, column, _ in columns:
            self._transaction.will_change(lake, relation, topic_ids(self._gateway, relation))
            sql = f"ALTER TABLE {table_of(relation)} DROP COLUMN {quote_identifier(column)}"
            self._cursors.lake.run(sql)
            self._cursors.define(sql)
            self._transaction.altered.add(relation)

    def _columns(self, found: EnumType) -> Iterator[tuple[Relation, str, bool]]:
        """The columns of the type: topic, name, whether they are arrays of it."""
        for relation, name, declared in columns_of(self._gateway, self._cursors, self._identity.database):
            if declared.type in (found.oid, found.array_oid):
                yield relation, name, declared.type == found.array_oid


def _mark(enum: EnumType) -> str:
    return f"type:{enum.oid}"


def _renamed(text: str, known: EnumType, now: EnumType, labels: str) -> str:
    """A view's text with the new name of a label that it compares with."""
    if len(known.labels) != len(now.labels):
        return text
    for was, is_ in zip(known.labels, now.labels, strict=True):
        if was != is_:
            before, after = (f'CAST({literal(one)} AS "ENUM"{labels})' for one in (was, is_))
            text = text.replace(before, after)
    return text
