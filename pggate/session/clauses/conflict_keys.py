"""
Which declared keys an ON CONFLICT is about (PostgreSQL 15, INSERT, "conflict_target").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.errors import (
    InvalidColumnReference,
    ObjectNotInPrerequisiteState,
    UndefinedColumn,
    UndefinedObject,
    WrongObjectType,
)
from pggate.lake.declared import ARBITERS

if TYPE_CHECKING:
    from pggate.catalog.model import Key, Relation
    from pggate.translate.writing.conflicts import Conflict


def arbiters(conflict: Conflict, relation: Relation) -> tuple[tuple[str, ...], ...]:
    """
    The columns of each key that is meant; all of the relation's where none is named.

    Raises:
        UndefinedColumn: 42703, a column is not one of the relation's; its position is one in the text.
        UndefinedObject: 42704, there is no such constraint.
        WrongObjectType: 42809, it is no key.
        InvalidColumnReference: 42P10, no key has these columns.
        ObjectNotInPrerequisiteState: 55000, the key is deferrable.

    """
    keys = [key for key in relation.keys if key.kind in ARBITERS]
    if conflict.constraint:
        return _columns([_constraint(conflict.constraint, relation)])
    if not conflict.has_target:
        return _columns(keys)
    known = {column.name for column in relation.columns}
    for name in conflict.columns or ():
        if name not in known:
            raise UndefinedColumn(f'column "{name}" does not exist', position=conflict.position)
    wanted = None if conflict.columns is None else set(conflict.columns)
    found = [key for key in keys if set(key.columns) == wanted]
    if not found:
        raise InvalidColumnReference(
            "there is no unique or exclusion constraint matching the ON CONFLICT specification",
            hint="Declare the columns PRIMARY KEY or UNIQUE.",
        )
    return _columns(found[:1])


def _columns(keys: list[Key]) -> tuple[tuple[str, ...], ...]:
    if any(key.terms.deferrable for key in keys):
        raise ObjectNotInPrerequisiteState(
            "ON CONFLICT does not support deferrable unique constraints/exclusion constraints as arbiters"
        )
    return tuple(key.columns for key in keys)


def _constraint(name: str, relation: Relation) -> Key:
    found = next((key for key in relation.keys if key.name == name), None)
    if found is None:
        raise UndefinedObject(f'constraint "{name}" for table "{relation.name}" does not exist')
    if found.kind not in ARBITERS:
        raise WrongObjectType("constraint in ON CONFLICT clause has no associated index")
    return found
