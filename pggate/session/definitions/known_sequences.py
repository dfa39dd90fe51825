"""
The sequences that a session's statements name: the committed ones, as its open transaction has them.

A sequence is a relation.  The binder's tables of those that the transaction makes are here, too, so that no
table takes such a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.definitions import Relation
from pggate.errors import PgError, UndefinedTable, WrongObjectType
from pggate.lake.catalogs import alias
from pggate.session.cursors.cursors import SEQUENCE
from pggate.session.queries.declared_objects import columns_of, still_there, table_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.lake.declared import DeclaredColumn
    from pggate.lake.lake import Lake
    from pggate.lake.sequences import Sequence
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway


class KnownSequences:
    """
    Of one session.
    """

    def __init__(self, gateway: Gateway, cursors: Cursors) -> None:
        self._gateway = gateway
        self._cursors = cursors

    def of(self, lake: Lake) -> dict[int, Sequence]:
        """By OID."""
        known: dict[int, Sequence | None] = dict(lake.declarations.declared.sequences)
        own = self._cursors.numbers.own.items()
        known |= {oid: sequence for oid, (where, sequence) in own if where is lake}
        return {oid: sequence for oid, sequence in known.items() if sequence is not None}

    def find(self, lake: Lake, names: tuple[str, ...]) -> Sequence:
        """
        Raises:
            UndefinedTable: 42P01, there is nothing of that name.
            WrongObjectType: 42809, it is no sequence.

        """
        *schema, name = names
        by_name = {(sequence.schema, sequence.name): sequence for sequence in self.of(lake).values()}
        for each in schema[-1:] or self._cursors.schemas():
            place = "public" if each == "main" else each
            if (place, name) in by_name:
                return by_name[place, name]
            if self.is_taken(lake, place, name):
                raise WrongObjectType(f'"{name}" is not a sequence')
        raise UndefinedTable(f'relation "{".".join(names)}" does not exist')

    def is_taken(self, lake: Lake, schema: str, name: str) -> bool:
        """Is there a relation of that name, whatever it is?"""
        try:
            self._cursors.binder.columns(f"SELECT * FROM {table_of(_relation(lake, schema, name))}")
        except PgError:
            return False
        return True

    def free_name(self, lake: Lake, schema: str, *parts: str) -> str:
        """t_id_seq, with a number behind it where there is one (PostgreSQL 15, ChooseRelationName)."""
        number = 0
        while self.is_taken(lake, schema, name := object_name(*parts, f"seq{number or ''}")):
            number += 1
        return name

    def note(self, lake: Lake, oid: int, sequence: Sequence | None) -> None:
        """The transaction has made or changed a sequence, or dropped it (None)."""
        known = self.of(lake).get(oid)
        self._cursors.declaring.sequences[oid] = sequence
        self._cursors.numbers.own[oid] = lake, sequence
        now = (sequence.schema, sequence.name) if sequence is not None else None
        before = (known.schema, known.name) if known is not None else None
        if before is not None and before != now:
            self._cursors.define(f"DROP TABLE IF EXISTS {table_of(_relation(lake, *before))}")
        if now is not None and before != now:
            self._cursors.define(f"CREATE TABLE {table_of(_relation(lake, *now))} {SEQUENCE}")

    def numbering(self, lake: Lake, oid: int) -> Iterator[tuple[Relation, str, DeclaredColumn]]:
        """The columns whose defaults take numbers from it."""
        for relation, name, declared in columns_of(self._gateway, self._cursors, lake.name):
            if declared.sequence == oid and still_there(self._cursors, relation, name):
                yield relation, name, declared

    def owner(self, lake: Lake, oid: int) -> tuple[Relation, str, DeclaredColumn] | None:
        """The column that it goes with."""
        for relation, name, declared in columns_of(self._gateway, self._cursors, lake.name):
            if oid in declared.owns and still_there(self._cursors, relation, name):
                return relation, name, declared
        return None


def _relation(lake: Lake, schema: str, name: str) -> Relation:
    return Relation(alias(lake.name), schema, name)


LONGEST_NAME: Final = 63
"""Bytes, PostgreSQL's NAMEDATALEN - 1."""


def object_name(*parts: str) -> str:
    """
    t_a_key, cut where it would be too long (PostgreSQL 15, makeObjectName: the longer part first).
    """
    *names, label = parts
    room = LONGEST_NAME - len(label) - len(names)
    while sum(len(name.encode()) for name in names) > room:
        longest = max(range(len(names)), key=lambda i: len(names[i].encode()))
        names[longest] = names[longest][:-1]
    return "_".join((*names, label))
