"""
What the columns of topics declare, as the open transaction has it, and how it notes that one declares
something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.lake.declared import DeclaredColumn
from pggate.lake.sequences import next_number
from pggate.session.cursors.places import committed_columns

if TYPE_CHECKING:
    from pggate.engine.definitions import Relation
    from pggate.lake.lake import Lake
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway


class ColumnNotes:
    """
    Of one session's transaction.
    """

    def __init__(self, gateway: Gateway, cursors: Cursors) -> None:
        self._gateway = gateway
        self._cursors = cursors

    def known(self, relation: Relation, name: str) -> DeclaredColumn:
        """What the column declares until now."""
        own = self._cursors.declaring.columns.get(place(relation), {})
        if name in own:
            return own[name] or DeclaredColumn()
        return self._committed(relation, name) or DeclaredColumn()

    def note(self, relation: Relation, name: str, declared: DeclaredColumn) -> None:
        """A column that declares nothing any more is noted, too."""
        known = self._cursors.declaring.columns.setdefault(place(relation), {})
        if declared != DeclaredColumn():
            known[name] = declared
        elif name in known or self._committed(relation, name) is not None:
            known[name] = None
        else:
            known.pop(name, None)
            if not known:
                del self._cursors.declaring.columns[place(relation)]

    def take_over(self, relation: Relation) -> None:
        """Note all that the columns declare: their names, or the topic's, are about to change."""
        if place(relation) in self._cursors.declaring.own:
            return
        declared = self.of(relation)
        if declared:
            known = self._cursors.declaring.columns.setdefault(place(relation), {})
            for name, said in declared.items():
                known.setdefault(name, said)
        self._cursors.declaring.own.add(place(relation))

    def of(self, relation: Relation) -> dict[str, DeclaredColumn]:
        """All columns of a topic that declare something."""
        columns = committed_columns(self._gateway, self._cursors, relation)
        own = self._cursors.declaring.columns.get(place(relation), {})
        said = {column.name: column.declared for column in columns} | own
        return {name: declared for name, declared in said.items() if declared is not None}

    def _committed(self, relation: Relation, name: str) -> DeclaredColumn | None:
        columns = committed_columns(self._gateway, self._cursors, relation)
        return next((column.declared for column in columns if column.name == name), None)


def numbered_by(gateway: Gateway, cursors: Cursors, relation: Relation) -> dict[str, str]:
    """
    The defaults of the columns that sequences number, by name.
    """
    declared = ColumnNotes(gateway, cursors).of(relation)
    return {name: next_number(said.sequence) for name, said in declared.items() if said.sequence}


def defaulted_by(gateway: Gateway, cursors: Cursors, relation: Relation) -> dict[str, str]:
    """
    All defaults that the lake does not have, by the columns' names.
    """
    declared = ColumnNotes(gateway, cursors).of(relation)
    own = {name: said.default for name, said in declared.items() if said.default}
    return own | numbered_by(gateway, cursors, relation)


def restart_numbers(gateway: Gateway, cursors: Cursors, lake: Lake, relation: Relation) -> None:
    """
    TRUNCATE … RESTART IDENTITY: of the sequences that the topic's columns own.
    """
    own = cursors.numbers.own
    for declared in ColumnNotes(gateway, cursors).of(relation).values():
        for oid in declared.owns:
            found = own[oid][1] if oid in own else lake.declarations.declared.sequences.get(oid)
            if found is not None:
                cursors.numbers.restart(lake, found, found.start)


def restart_temporary_numbers(cursors: Cursors, relation: Relation) -> None:
    """
    The same of a temporary table.
    """
    sequences = cursors.temporary.sequences
    for declared in cursors.temporary.columns(relation.name).values():
        for oid in declared.owns:
            cursors.numbers.restart(None, sequences[oid], sequences[oid].start)


def place(relation: Relation) -> tuple[str, str]:
    """Schema and table."""
    return relation.schema, relation.name
