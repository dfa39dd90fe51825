"""
What recent commits have defined anew, and what the definitions that they made rely on.

Two transactions that define different things find no conflict in the engine, though what one of them makes
may rely on what the other changes or drops: a view on its tables, a column on its type, a foreign key on the
topic that it points to.  PostgreSQL 15 lets the second wait for the first (13.3.1, 5.14); here the one that
commits second gets 40001.

Only the sessions of this process define anything in a lake, so a process that starts has nothing to remember.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.errors import SerializationFailure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.lake.declaring import Declaring

KEPT: Final = 1024
"""Commits that are remembered; a transaction that began before the oldest of them conflicts with any."""

Thing = tuple[str, ...] | tuple[str, int]
"""("relation", schema, name), ("schema", name), ("type", OID), ("sequence", OID), ("name", schema, name)."""


@dataclass(frozen=True, slots=True)
class Redefinition:
    """
    What one transaction has defined.

    Args:
        since: The snapshot as of which its statements were understood.
        anew: What it has changed, dropped or replaced.
        relied: What the definitions that it has made take for granted.

    """

    since: int
    anew: frozenset[Thing] = frozenset()
    relied: frozenset[Thing] = frozenset()

    def with_declared(self, declaring: Declaring) -> Redefinition:
        """The same, and what the transaction declares beyond what the lake keeps."""
        return Redefinition(
            self.since,
            self.anew.union(_declared_anew(declaring)),
            self.relied.union(_relied_on(declaring)),
        )


class Redefinitions:
    """
    Those of one lake.  Called under its commit lock.
    """

    def __init__(self) -> None:
        self._recent: deque[tuple[int, Redefinition]] = deque(maxlen=KEPT)
        self._forgotten = -1
        """The newest snapshot of those that are remembered no more."""

    def refuse_conflicts(self, ours: Redefinition) -> None:
        """
        Raises:
            SerializationFailure: 40001, another commit since has changed what this one changes or relies on,
                or relies on what this one changes.  Where both make something of one name, ducklake 1.5.5
                finds that out, too, and now and then dies of it.

        """
        if ours.since < self._forgotten:
            raise _conflict("This transaction has been open for very many definitions.")
        for snapshot, theirs in self._recent:
            if snapshot > ours.since and (
                theirs.anew & (ours.anew | ours.relied) or ours.anew & theirs.relied
            ):
                raise _conflict("Another transaction has defined what this one relies on, or relies on it.")

    def note(self, snapshot: int, made: Redefinition) -> None:
        """The snapshot that has it."""
        if len(self._recent) == KEPT:
            self._forgotten = self._recent[0][0]
        self._recent.append((snapshot, made))


def relation(schema: str, name: str) -> Thing:
    """A topic or view; a schema where there is no name."""
    return ("relation", schema, name) if name else ("schema", schema)


def _declared_anew(declaring: Declaring) -> Iterator[Thing]:
    for place in declaring.own:
        yield relation(*place)
    for place, query in declaring.views.items():
        if query is None:
            yield relation(*place)
    for oid in (*declaring.enums, *declaring.composites):
        yield "type", oid
        yield "type", oid + 1  # of its arrays
    for oid, sequence in declaring.sequences.items():
        if sequence is None:
            yield "sequence", oid
    for name in _names(declaring):
        yield "name", *name


def _names(declaring: Declaring) -> Iterator[tuple[str, str]]:
    """Schema and name of what no lake keeps: each is taken once (pg_type_typname_nsp_index)."""
    for made in (declaring.enums, declaring.composites, declaring.sequences):
        for one in made.values():
            if one is not None:
                yield one.schema, one.name


def _relied_on(declaring: Declaring) -> Iterator[Thing]:
    for schema, name in _names(declaring):
        yield "name", schema, name
        yield relation(schema, "")
    for columns in declaring.columns.values():
        for column in columns.values():
            if column is not None:
                yield "type", column.type
                yield "sequence", column.sequence
    for composite in declaring.composites.values():
        for attribute in composite.attributes if composite is not None else ():
            yield "type", attribute.type
    for keys in declaring.keys.values():
        for key in keys.values():
            if key is not None and key.references is not None:
                yield relation(*key.references)
                yield relation(key.references[0], "")


def _conflict(detail: str) -> SerializationFailure:
    return SerializationFailure(
        "could not serialize access due to concurrent definitions",
        detail=detail,
        hint="Retry the transaction.",
    )
