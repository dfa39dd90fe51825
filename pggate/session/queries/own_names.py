"""
What an open transaction has made, renamed and commented on: what is committed of it, and its OID.

What DuckLake will know by an id of its own from COMMIT on has an OID of this transaction's until then.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final

from pggate.catalog.model import FIRST_OID
from pggate.types.composites import ROW_TYPES

if TYPE_CHECKING:
    from pggate.catalog.model import Database, Relation
    from pggate.lake.declaring import Place
    from pggate.session.cursors.cursors import Cursors

LAST_OID: Final = FIRST_OID + len(ROW_TYPES) // 2 - 1
"""The last relation whose row type has an OID: from here down no lake has come."""


class OwnNames:
    """
    Of one session.
    """

    def __init__(self, cursors: Cursors) -> None:
        self._cursors = cursors
        self._oids: dict[int | str, int] = {}
        self._numbers = count()

    def known(self, committed: Database, place: Place) -> Relation | None:
        """What is committed of it, maybe under another name."""
        own = self._cursors.declaring
        return None if place in own.made else committed.relations.get(own.called.get(place, place))

    def comment(self, committed: Database, place: Place) -> str | None:
        """Of a topic or view."""
        known = self.known(committed, place)
        before = known.comment if known is not None else None
        return self._cursors.declaring.comments.get(place, before)

    def oid(self, committed: Database, place: Place) -> int:
        """Of a topic or view."""
        known = self.known(committed, place)
        return known.oid if known is not None else self._own_oid(self._cursors.declaring.made[place])

    def schema_oid(self, committed: Database, name: str) -> int:
        """Of a schema."""
        known = committed.schemas.get(name)
        return known.oid if known is not None else self._own_oid(f"schema {name}")

    def temporary_oid(self, name: str) -> int:
        """Of a temporary table or view, which nobody else names."""
        return self._own_oid(f"temporary {name}")

    def _own_oid(self, what: int | str) -> int:
        if what not in self._oids:
            self._oids[what] = LAST_OID - next(self._numbers)
        return self._oids[what]
