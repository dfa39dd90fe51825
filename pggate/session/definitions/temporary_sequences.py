"""
Temporary sequences, and those that number the rows of temporary tables: the session's own, in its memory
(PostgreSQL 15, CREATE SEQUENCE, "TEMPORARY").
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.engine.names import qualified, quote_identifier
from pggate.errors import (
    DependentObjectsStillExist,
    DuplicateTable,
    FeatureNotSupported,
    InvalidParameterValue,
    Notice,
    UndefinedTable,
    WrongObjectType,
)
from pggate.lake.declared import DeclaredColumn
from pggate.lake.sequences import LARGEST, altered, created, next_number, refuse_outside
from pggate.session.cursors.places import DEFAULT_SCHEMA, TEMPORARY
from pggate.session.definitions.known_sequences import KnownSequences, object_name
from pggate.session.live.sequence_functions import TEMPORARY_SCHEMAS, relation_name
from pggate.session.queries.declared_objects import cascade_notice, dependents_remain
from pggate.session.queries.known_relations import columns
from pggate.translate.commands.sequence_options import read_options
from pggate.translate.definitions.column_definitions import UNNUMBERED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pggate.engine.definitions import Relation
    from pggate.lake.sequences import Sequence
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.cursors.temporary_tables import Known
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.notices import Notices
    from pggate.translate.commands.sequence_commands import AlterSequence, CreateSequence
    from pggate.translate.commands.sequence_options import SequenceOptions
    from pggate.translate.definitions.column_definitions import WrittenColumn
    from pggate.translate.definitions.table_definitions import TableDefinition


class TemporarySequences:
    """
    Of one session.
    """

    def __init__(self, gateway: Gateway, cursors: Cursors, notices: Notices) -> None:
        self._gateway = gateway
        self._cursors = cursors
        self._notices = notices
        self._known = KnownSequences(gateway, cursors)

    def find(self, names: tuple[str, ...]) -> Sequence | None:
        """The one that a name means, if it means any."""
        *schema, name = names
        if schema and schema[-1] not in TEMPORARY_SCHEMAS:
            return None
        return next((one for one in self._cursors.temporary.sequences.values() if one.name == name), None)

    # -- columns that are numbered

    def numbered(
        self,
        known: Known,
        relation: Relation,
        definition: TableDefinition,
        types: Mapping[str, str],
        engine_text: str,
    ) -> str:
        """
        The text that makes a temporary table, with the sequence of each numbered column.

        Args:
            known: What is known of temporary tables.
            relation: Which one it makes.
            definition: What is written of it.
            types: DuckDB's of its columns, by name.
            engine_text: As the engine takes it.

        Raises:
            InvalidParameterValue: 22023, a column is of a type without integers.
            UndefinedTable, WrongObjectType: A default names what is no sequence.

        """
        for column in definition.columns:
            if not column.is_numbered:
                continue
            declared = known.columns[relation.name].get(column.name, DeclaredColumn())
            if column.next_of:
                declared = replace(declared, sequence=self._named(relation_name(column.next_of)))
            else:
                oid = self._of_column(known, relation, column, types[column.name])
                declared = replace(declared, sequence=oid, identity=column.identity, owns=(oid,))
            known.columns[relation.name][column.name] = declared
            engine_text = engine_text.replace(UNNUMBERED, next_number(declared.sequence), 1)
        return engine_text

    def _of_column(self, known: Known, relation: Relation, column: WrittenColumn, duckdb_type: str) -> int:
        """A new sequence for a column."""
        if duckdb_type not in LARGEST:
            raise InvalidParameterValue("identity column type must be smallint, integer, or bigint")
        said = read_options(column.options)
        name = self._free_name(known, relation.name, column.name)
        return self._made(known, name, replace(said, type=said.type or duckdb_type)).oid

    def _named(self, names: tuple[str, ...]) -> int:
        """The sequence that a default names, a temporary one or the database's."""
        found = self.find(names)
        if found is None and len(names) == 1 and self._is_relation(names[0]):
            raise WrongObjectType(f'"{names[0]}" is not a sequence')
        if found is None:
            lake = self._gateway.databases.find(self._cursors.database).lake
            found = self._known.find(lake, names)
        return found.oid

    def _free_name(self, known: Known, *parts: str) -> str:
        number = 0
        while self._is_taken(known, name := object_name(*parts, f"seq{number or ''}")):
            number += 1
        return name

    def _is_taken(self, known: Known, name: str) -> bool:
        return any(one.name == name for one in known.sequences.values()) or self._is_relation(name)

    def _is_relation(self, name: str) -> bool:
        return columns(self._cursors.binder, (TEMPORARY, DEFAULT_SCHEMA, name)) is not None

    def _made(self, known: Known, name: str, options: SequenceOptions) -> Sequence:
        sequence = created(self._gateway.registry.take_oid(), TEMPORARY_SCHEMAS[0], name, options)
        known.sequences[sequence.oid] = sequence
        return sequence

    # -- CREATE, ALTER and DROP SEQUENCE

    def create(self, command: CreateSequence) -> None:
        """
        Raises:
            DuplicateTable: There is one of that name.
            InvalidParameterValue: 22023, the options contradict each other.

        """
        name = command.name[-1]
        with self._cursors.changing_temporary(in_block=True) as known:
            if self._is_taken(known, name):
                message = f'relation "{name}" already exists'
                if not command.if_not_exists:
                    raise DuplicateTable(message)
                self._notices.add(Notice(f"{message}, skipping", sqlstate="42P07"))
                return
            self._own(known, self._made(known, name, command.options), command.options)

    def alter(self, sequence: Sequence, command: AlterSequence) -> None:
        """
        Raises:
            FeatureNotSupported: It is to go into a schema that outlives the session.
            DuplicateTable: The name is another's.
            InvalidParameterValue: 22023.

        """
        if command.schema:
            raise FeatureNotSupported("cannot move objects into or out of temporary schemas")
        with self._cursors.changing_temporary(in_block=True) as known:
            if command.rename:
                if self._is_taken(known, command.rename):
                    raise DuplicateTable(f'relation "{command.rename}" already exists')
                known.sequences[sequence.oid] = replace(sequence, name=command.rename)
            if command.options is not None:
                now = altered(sequence, command.options)
                self._restart(sequence, now, command.options)
                known.sequences[sequence.oid] = now
                self._own(known, now, command.options)

    def _restart(self, before: Sequence, now: Sequence, options: SequenceOptions) -> None:
        numbers = self._cursors.numbers
        last, _ = numbers.numbering(None, before).state(before)
        if options.restarts:
            last = now.start if options.restart is None else options.restart
        refuse_outside(now, last, "RESTART")
        if options.restarts:
            numbers.restart(None, now, last)

    def drop(self, sequence: Sequence, *, cascade: bool) -> None:
        """
        Raises:
            DependentObjectsStillExist: 2BP01, without CASCADE; an identity keeps its sequence.

        """
        with self._cursors.changing_temporary(in_block=True) as known:
            users = list(_users(known, sequence.oid))
            for table, name, declared in users:
                if declared.identity:
                    what = f"column {name} of table {table}"
                    raise DependentObjectsStillExist(
                        f"cannot drop sequence {sequence.name} because {what} requires it",
                        hint=f"You can drop {what} instead.",
                    )
            dependents = [f"default value for column {name} of table {table}" for table, name, _ in users]
            if users and not cascade:
                raise dependents_remain(f"sequence {sequence.name}", dependents)
            if users:
                self._notices.add(cascade_notice(dependents))
            for table, name, declared in users:
                self._drop_default(table, name)
                known.columns[table][name] = replace(declared, sequence=0)
            _disown(known, sequence.oid)
            del known.sequences[sequence.oid]

    def _drop_default(self, table: str, name: str) -> None:
        sql = (
            f"ALTER TABLE {qualified(TEMPORARY, DEFAULT_SCHEMA, table)}"
            f" ALTER COLUMN {quote_identifier(name)} DROP DEFAULT"
        )
        self._cursors.lake.run(sql)
        self._cursors.define_temporary(sql, in_block=True)

    def _own(self, known: Known, sequence: Sequence, options: SequenceOptions) -> None:
        """OWNED BY."""
        if options.owner is None:
            return
        _disown(known, sequence.oid)
        if not options.owner:
            return
        *table, name = options.owner
        if not table or table[-1] not in known.columns:
            raise UndefinedTable(f'relation "{".".join(table)}" does not exist')
        declared = known.columns[table[-1]].get(name, DeclaredColumn())
        known.columns[table[-1]][name] = replace(declared, owns=(*declared.owns, sequence.oid))


def _users(known: Known, oid: int) -> Iterator[tuple[str, str, DeclaredColumn]]:
    """The columns that take numbers from it: table, name, what is declared."""
    for table, said in known.columns.items():
        for name, declared in said.items():
            if declared.sequence == oid:
                yield table, name, declared


def _disown(known: Known, oid: int) -> None:
    for said in known.columns.values():
        for name, declared in said.items():
            if oid in declared.owns:
                said[name] = replace(declared, owns=tuple(each for each in declared.owns if each != oid))
