"""
ALTER COLUMN, as far as it is about how rows are numbered: defaults and identities (PostgreSQL 15, ALTER
TABLE).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.engine.names import quote_identifier
from pggate.errors import Notice, ObjectNotInPrerequisiteState
from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.lake.sequences import altered, refuse_outside
from pggate.session.columns.column_notes import ColumnNotes
from pggate.session.cursors.places import find
from pggate.session.definitions.known_sequences import KnownSequences
from pggate.session.definitions.numbered_columns import bare
from pggate.session.queries.declared_objects import table_of
from pggate.translate.commands.sequence_options import read_options

if TYPE_CHECKING:
    from pggate.engine.definitions import Relation
    from pggate.lake.declared import DeclaredColumn
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.definitions.numbered_columns import NumberedColumns
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.notices import Notices
    from pggate.translate.definitions.column_changes import ColumnChange


class NumberChanges:
    """
    Of one session.
    """

    def __init__(
        self, gateway: Gateway, cursors: Cursors, columns: NumberedColumns, notices: Notices
    ) -> None:
        self._gateway = gateway
        self._cursors = cursors
        self._columns = columns
        self._notices = notices
        self._notes = ColumnNotes(gateway, cursors)
        self._sequences = KnownSequences(gateway, cursors)

    def changed(self, relation: Relation, change: ColumnChange) -> bool:
        """
        Note what an ALTER COLUMN declares; is there anything to do for the engine?

        Raises:
            FeatureNotSupported, ObjectNotInPrerequisiteState, InvalidParameterValue: The column is no
                identity, or must not become one.

        """
        known = self._notes.known(relation, change.column)
        if change.action == "default":
            now = self._with_default(relation, change, known)
        elif change.action == "add identity":
            now = self._with_identity(relation, change, known)
        elif not known.identity:
            self._refuse_no_identity(relation, change)
            return False
        elif change.action == "drop identity":
            self._sequences.note(self._columns.lake(relation), known.sequence, None)
            now = bare(known)
        else:
            now = replace(known, identity=change.identity or known.identity)
            self._alter_sequence(relation, known.sequence, change.options)
        self._notes.note(relation, change.column, now)
        return True

    def _with_default(
        self, relation: Relation, change: ColumnChange, known: DeclaredColumn
    ) -> DeclaredColumn:
        if known.identity:
            raise SqlSyntaxError(
                _identity_error(relation, change, "is an identity column").message,
                hint="Use ALTER TABLE ... ALTER COLUMN ... DROP IDENTITY instead." if change.drops else None,
            )
        if not change.next_of:
            return replace(known, sequence=0)
        return replace(known, sequence=self._columns.found(relation, change.next_of))

    def _with_identity(
        self, relation: Relation, change: ColumnChange, known: DeclaredColumn
    ) -> DeclaredColumn:
        if known.identity:
            raise _identity_error(relation, change, "is already an identity column")
        column = next((c for c in self._committed(relation) if c[0] == change.column), None)
        if column is None or not (column[1] or known.not_null):
            raise _identity_error(relation, change, "must be declared NOT NULL before identity can be added")
        if known.sequence or column[2]:
            raise _identity_error(relation, change, "already has a default value")
        (found,) = self._cursors.binder.columns(
            f"SELECT {quote_identifier(change.column)} FROM {table_of(relation)}"
        )
        oid = self._columns.made(relation, change.column, found.duckdb_type, change.options)
        return replace(known, sequence=oid, identity=change.identity, owns=(*known.owns, oid))

    def _committed(self, relation: Relation) -> list[tuple[str, bool, bool]]:
        """Name, whether it is NOT NULL, whether it has a default: of the columns as the mirror has them."""
        found = find(self._gateway, relation)
        return [(c.name, c.not_null, c.default is not None) for c in found.columns] if found else []

    def _refuse_no_identity(self, relation: Relation, change: ColumnChange) -> None:
        error = _identity_error(relation, change, "is not an identity column")
        if not change.if_exists:
            raise error
        self._notices.add(Notice(f"{error.message}, skipping"))

    def _alter_sequence(self, relation: Relation, oid: int, texts: tuple[str, ...]) -> None:
        lake, options = self._columns.lake(relation), read_options(texts)
        sequence = altered(self._sequences.of(lake)[oid], options)
        if options.restarts:
            first = sequence.start if options.restart is None else options.restart
            refuse_outside(sequence, first, "RESTART")
            self._cursors.numbers.restart(lake, sequence, first)
        self._sequences.note(lake, oid, sequence)


def _identity_error(relation: Relation, change: ColumnChange, what: str) -> ObjectNotInPrerequisiteState:
    return ObjectNotInPrerequisiteState(f'column "{change.column}" of relation "{relation.name}" {what}')
