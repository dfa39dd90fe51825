"""
What foreign keys point to (PostgreSQL 15, CREATE TABLE, "REFERENCES"): a key that is not deferrable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.names import quote_identifier
from pggate.errors import (
    FeatureNotSupported,
    InvalidColumnReference,
    ObjectNotInPrerequisiteState,
    PgError,
    UndefinedColumn,
    UndefinedObject,
)

if TYPE_CHECKING:
    from pggate.engine.definitions import Relation
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.queries.known_keys import KnownKeys
    from pggate.translate.definitions.written_keys import WrittenKey

_DEFERRABLE: Final = 'cannot use a deferrable {} for referenced table "{}"'


class References:
    """
    Those of one session's definitions.
    """

    def __init__(self, cursors: Cursors, keys: KnownKeys) -> None:
        self._cursors = cursors
        self._keys = keys

    def of(self, key: WrittenKey, relation: Relation) -> tuple[Relation, tuple[str, ...]]:
        """
        What a foreign key of a relation points to, and that one's columns.

        Raises:
            UndefinedColumn: 42703, there is no such column.
            UndefinedObject: 42704, no columns are named and there is no primary key.
            ObjectNotInPrerequisiteState: 55000, the key is deferrable.
            PgError: 42830, the columns are not those of a key.

        """
        text = ".".join(map(quote_identifier, key.references))
        bound = self._cursors.binder.bind(f"SELECT * FROM {text}")
        other = next(iter(bound.relations))
        if other.catalog != relation.catalog:
            raise FeatureNotSupported(
                "a foreign key cannot point to another database", hint="Leave REFERENCES out."
            )
        referenced = key.referenced or self._primary(other)
        columns = {column.name for column in self._cursors.binder.columns(f"SELECT * FROM {text}")}
        for name in referenced:
            if name not in columns:
                raise UndefinedColumn(f'column "{name}" referenced in foreign key constraint does not exist')
        if len(referenced) != len(key.columns):
            raise PgError(
                "number of referencing and referenced columns for foreign key disagree", sqlstate="42830"
            )
        self._refuse_unmatched(other, referenced)
        return other, referenced

    def _refuse_unmatched(self, other: Relation, referenced: tuple[str, ...]) -> None:
        """
        Raises:
            PgError: 42830, the columns are not those of a key.
            ObjectNotInPrerequisiteState: 55000, the key is deferrable.

        """
        matching = [key for key in self._keys.unique(other) if set(key.columns) == set(referenced)]
        if not matching:
            raise PgError(
                f'there is no unique constraint matching given keys for referenced table "{other.name}"',
                sqlstate="42830",
            )
        if all(key.terms.deferrable for key in matching):
            raise ObjectNotInPrerequisiteState(_DEFERRABLE.format("unique constraint", other.name))

    def _primary(self, other: Relation) -> tuple[str, ...]:
        found = next((key for key in self._keys.unique(other) if key.kind == "p"), None)
        if found is None:
            raise UndefinedObject(f'there is no primary key for referenced table "{other.name}"')
        if found.terms.deferrable:
            raise ObjectNotInPrerequisiteState(_DEFERRABLE.format("primary key", other.name))
        return found.columns


def set_places(key: WrittenKey, columns: set[str]) -> tuple[int, ...]:
    """
    Of ON DELETE SET NULL (…) and SET DEFAULT (…): which of the key's columns are meant, from 1.

    Args:
        columns: The table's.

    Raises:
        UndefinedColumn: 42703, the table has no such column.
        InvalidColumnReference: 42P10, the column is not one of the key's.

    """
    for name in key.set_columns:
        if name not in columns:
            raise UndefinedColumn(f'column "{name}" referenced in foreign key constraint does not exist')
        if name not in key.columns:
            raise InvalidColumnReference(
                f'column "{name}" referenced in ON DELETE SET action must be part of foreign key'
            )
    return tuple(key.columns.index(name) + 1 for name in key.set_columns)
