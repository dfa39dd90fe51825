"""
CREATE, ALTER and DROP SEQUENCE (PostgreSQL 15): counters of the session's database.

What they are is declared, as types are; how far they are is none of a transaction's business
(lake/numbering.py), but for RESTART.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.engine.definitions import Relation
from pggate.errors import (
    DependentObjectsStillExist,
    DuplicateTable,
    FeatureNotSupported,
    Notice,
    ObjectNotInPrerequisiteState,
    UndefinedColumn,
    UndefinedTable,
    WrongObjectType,
)
from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.lake.catalogs import alias
from pggate.lake.sequences import altered, created, refuse_outside
from pggate.session.columns.column_notes import ColumnNotes
from pggate.session.definitions.known_sequences import KnownSequences
from pggate.session.definitions.numbered_columns import NumberedColumns
from pggate.session.definitions.temporary_sequences import TemporarySequences
from pggate.session.queries.declared_objects import (
    DeclaredObjects,
    cascade_notice,
    dependents_remain,
    table_of,
)
from pggate.session.statement.outcome import Done
from pggate.translate.commands import sequence_commands

if TYPE_CHECKING:
    from collections.abc import Sequence as Parameters

    from pggate.lake.lake import Lake
    from pggate.lake.sequences import Sequence
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.identity import Identity
    from pggate.session.statement.notices import Notices
    from pggate.session.transactions.transaction import Transaction
    from pggate.translate.commands.sequence_commands import AlterSequence
    from pggate.translate.commands.sequence_options import SequenceOptions


class Sequences:
    """
    Runs one session's CREATE, ALTER and DROP SEQUENCE.
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
        self._cursors = cursors
        self._transaction = transaction
        self._notices = notices
        self._temporary = TemporarySequences(gateway, cursors, notices)
        self._objects = DeclaredObjects(gateway, identity, cursors, transaction)
        self._known = KnownSequences(gateway, cursors)
        self._notes = ColumnNotes(gateway, cursors)
        self._numbers = NumberedColumns(gateway, cursors, transaction, notices)

    def create(self, analysed: Analysed, _parameters: Parameters[object]) -> Done:
        """CREATE SEQUENCE."""
        command = sequence_commands.create_sequence(analysed.statement.text)
        if command.temporary:
            self._enter_temporary()
            self._temporary.create(command)
            return Done(analysed.statement.tag())
        lake = self._objects.begin(analysed)
        schema, name = self._objects.place(command.name)
        if self._known.is_taken(lake, schema, name):
            message = f'relation "{name}" already exists'
            if not command.if_not_exists:
                raise DuplicateTable(message)
            self._notices.add(Notice(f"{message}, skipping", sqlstate="42P07"))
            return Done(analysed.statement.tag())
        sequence = created(self._gateway.registry.take_oid(), schema, name, command.options)
        self._declare(lake, sequence)
        self._own(lake, sequence, command.options)
        return Done(analysed.statement.tag())

    def alter(self, analysed: Analysed, _parameters: Parameters[object]) -> Done:
        """ALTER SEQUENCE."""
        command = sequence_commands.alter_sequence(analysed.statement.text)
        temporary = self._temporary.find(command.name)
        if temporary is not None:
            self._enter_temporary()
            self._temporary.alter(temporary, command)
            return Done(analysed.statement.tag())
        lake = self._objects.begin(analysed)
        try:
            known = self._known.find(lake, command.name)
        except UndefinedTable as error:
            if not command.if_exists:
                raise
            self._notices.add(Notice(f"{error.message}, skipping"))
            return Done(analysed.statement.tag())
        if command.options is not None:
            self._change(lake, known, command.options)
        else:
            self._move(lake, known, command)
        return Done(analysed.statement.tag())

    def drop(self, analysed: Analysed, _parameters: Parameters[object]) -> Done:
        """DROP SEQUENCE."""
        command = sequence_commands.drop_sequence(analysed.statement.text)
        temporary = [each for names in command.names if (each := self._temporary.find(names)) is not None]
        for sequence in temporary:
            self._enter_temporary()
            self._temporary.drop(sequence, cascade=command.cascade)
        if len(temporary) == len(command.names):
            return Done(analysed.statement.tag())
        lake = self._objects.begin(analysed)
        for names in command.names:
            if names[-1] in {sequence.name for sequence in temporary}:
                continue
            try:
                found = self._known.find(lake, names)
            except WrongObjectType as error:
                error.hint = "Use DROP TABLE to remove a table."
                raise
            except UndefinedTable:
                message = f'sequence "{".".join(names)}" does not exist'
                if not command.if_exists:
                    raise UndefinedTable(message) from None
                self._notices.add(Notice(f"{message}, skipping"))
                continue
            self._release(lake, found, cascade=command.cascade)
            self._disown(lake, found)
            self._known.note(lake, found.oid, None)
            self._objects.mark(lake, _mark(found), 0)
        return Done(analysed.statement.tag())

    # -- steps

    def _enter_temporary(self) -> None:
        self._transaction.will_define()
        self._transaction.enter(changes=True)

    def _declare(self, lake: Lake, sequence: Sequence) -> None:
        self._known.note(lake, sequence.oid, sequence)
        self._objects.mark(lake, _mark(sequence), sequence.oid)

    def _change(self, lake: Lake, known: Sequence, options: SequenceOptions) -> None:
        sequence = altered(known, options)
        numbers = self._cursors.numbers
        last, _ = numbers.numbering(lake, known).state(known)
        if options.restarts:
            last = sequence.start if options.restart is None else options.restart
        refuse_outside(sequence, last, "RESTART")
        if options.restarts:
            numbers.restart(lake, sequence, last)
        self._declare(lake, sequence)
        self._own(lake, sequence, options)

    def _move(self, lake: Lake, known: Sequence, command: AlterSequence) -> None:
        """RENAME TO, SET SCHEMA, and what changes nothing."""
        if command.schema:
            self._objects.check_schema(command.schema)
            if self._known.owner(lake, known.oid) is not None:
                raise FeatureNotSupported("cannot move an owned sequence into another schema")
        now = replace(known, name=command.rename or known.name, schema=command.schema or known.schema)
        if now == known:
            return
        if self._known.is_taken(lake, now.schema, now.name):
            where = f' in schema "{now.schema}"' if command.schema else ""
            raise DuplicateTable(f'relation "{now.name}" already exists{where}')
        self._objects.mark(lake, _mark(known), 0)
        self._declare(lake, now)

    def _release(self, lake: Lake, found: Sequence, *, cascade: bool) -> None:
        """
        The columns that are numbered by it are so no more.

        Raises:
            DependentObjectsStillExist: 2BP01, without CASCADE; an identity keeps its sequence.

        """
        users = list(self._known.numbering(lake, found.oid))
        for relation, column, declared in users:
            if declared.identity:
                what = f"column {column} of table {relation.name}"
                raise DependentObjectsStillExist(
                    f"cannot drop sequence {found.name} because {what} requires it",
                    hint=f"You can drop {what} instead.",
                )
        dependents = [f"default value for column {c} of table {relation.name}" for relation, c, _ in users]
        if users and not cascade:
            raise dependents_remain(f"sequence {found.name}", dependents)
        if users:
            self._notices.add(cascade_notice(dependents))
        for relation, column, _ in users:
            self._numbers.drop_default(relation, column)

    # -- OWNED BY

    def _own(self, lake: Lake, sequence: Sequence, options: SequenceOptions) -> None:
        """
        Raises:
            UndefinedTable, UndefinedColumn: The owner is not there.
            FeatureNotSupported: It is the sequence of an identity.
            ObjectNotInPrerequisiteState: The owner is in another schema.

        """
        if options.owner is None:
            return
        owner = self._owner(lake, sequence, options.owner) if options.owner else None
        self._disown(lake, sequence)
        if owner is not None:
            known = self._notes.known(*owner)
            self._notes.note(*owner, replace(known, owns=(*known.owns, sequence.oid)))

    def _disown(self, lake: Lake, sequence: Sequence) -> None:
        found = self._known.owner(lake, sequence.oid)
        if found is None:
            return
        relation, column, declared = found
        if declared.identity and declared.sequence == sequence.oid:
            raise FeatureNotSupported(
                "cannot change ownership of identity sequence",
                detail=f'Sequence "{sequence.name}" is linked to table "{relation.name}".',
            )
        owns = tuple(oid for oid in declared.owns if oid != sequence.oid)
        self._notes.note(relation, column, replace(declared, owns=owns))

    def _owner(self, lake: Lake, sequence: Sequence, names: tuple[str, ...]) -> tuple[Relation, str]:
        *table, column = names
        if not table:
            raise SqlSyntaxError(
                "invalid OWNED BY option", hint="Specify OWNED BY table.column or OWNED BY NONE."
            )
        schemas = table[-2:-1] or self._cursors.schemas()
        for schema in schemas:
            if self._known.is_taken(lake, schema, table[-1]):
                relation = Relation(alias(lake.name), schema, table[-1])
                break
        else:
            raise UndefinedTable(f'relation "{".".join(table)}" does not exist')
        if column not in self._columns(relation):
            raise UndefinedColumn(f'column "{column}" of relation "{relation.name}" does not exist')
        if relation.schema != sequence.schema:
            raise ObjectNotInPrerequisiteState("sequence must be in same schema as table it is linked to")
        return relation, column

    def _columns(self, relation: Relation) -> set[str]:
        return {each.name for each in self._cursors.binder.columns(f"SELECT * FROM {table_of(relation)}")}


def _mark(sequence: Sequence) -> str:
    return f"sequence:{sequence.schema}.{sequence.name}"
