"""
CHECK constraints and views that read columns of a type whose labels or attributes are about to have other
names: both are kept in the engine's words, which hold these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.errors import DependentObjectsStillExist
from pggate.session.columns.column_notes import place
from pggate.session.cursors.places import find
from pggate.session.definitions.dependents import Dependents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.definitions import Relation
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway

HINT: Final = "Drop it first, and create it again."


class TypeReaders:
    """
    As one session's transaction has them.
    """

    def __init__(self, gateway: Gateway, cursors: Cursors) -> None:
        self._gateway = gateway
        self._cursors = cursors
        self._dependents = Dependents(gateway, cursors)

    def refuse_checks(self, what: str, relation: Relation, column: str) -> None:
        """
        Args:
            what: What is about to change: "label a of type mood".

        Raises:
            DependentObjectsStillExist: 2BP01, a CHECK reads the column.

        """
        for name in self._checks(relation, column):
            shown = f"constraint {name} on {self._dependents.shown('table', relation)}"
            raise _depends(what, shown)

    def refuse(self, what: str, relation: Relation, column: str) -> None:
        """Raises DependentObjectsStillExist 2BP01: a CHECK or a view reads the column."""
        self.refuse_checks(what, relation, column)
        for view in self._dependents.views(relation, column):
            raise _depends(what, self._dependents.shown("view", view.relation))

    def _checks(self, relation: Relation, column: str) -> Iterator[str]:
        """The names of the CHECKs that are about the column."""
        own = self._cursors.declaring.keys.get(place(relation), {})
        is_committed = place(relation) not in self._cursors.declaring.replaced
        found = find(self._gateway, relation) if is_committed else None
        for key in found.keys if found is not None else ():
            if key.kind == "c" and key.name not in own and column in key.columns:
                yield key.name
        for name, named in own.items():
            if named is not None and named.kind == "c" and column in named.columns:
                yield name


def _depends(what: str, shown: str) -> DependentObjectsStillExist:
    return DependentObjectsStillExist(
        f"cannot change {what} because other objects depend on it", detail=f"{shown} depends on it", hint=HINT
    )
