"""
The composite types of STRUCTs (pggate.struct_as) that clients were told of: pg_type has them when they ask.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from pggate.types.composites import STRUCT_TYPES, is_struct_type
from pggate.types.table import array_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pggate.types.table import PgType

KEPT: Final = 10_000
"""Types: what a client has been told of it asks for at once."""


class StructTypes:
    """
    Those that were described last, in the sessions of each database.  Safe from any thread.

    `version` grows with every new one.
    """

    def __init__(self, size: int = KEPT) -> None:
        self._size = size
        self._types: OrderedDict[tuple[str, int], PgType] = OrderedDict()
        self._lock = threading.Lock()
        self.version = 0

    def note(self, database: str, types: Iterable[PgType]) -> None:
        """Keep those of STRUCTs among the types, and in them."""
        for of_type in types:
            scalar = of_type.element or of_type
            if scalar.fields:
                self._keep(database, scalar)
                self.note(database, (field.type for field in scalar.fields))

    def find(self, database: str, oid: int) -> PgType | None:
        """The type of that OID, or the type of arrays."""
        if oid not in STRUCT_TYPES:
            return None
        is_array = oid % 2 == 1
        found = self._types.get((database, oid - is_array))
        return array_of(found) if found is not None and is_array else found

    def of(self, database: str) -> list[PgType]:
        """All of them."""
        with self._lock:
            return [of_type for (known, _), of_type in self._types.items() if known == database]

    def _keep(self, database: str, of_type: PgType) -> None:
        if not is_struct_type(of_type):
            return
        with self._lock:
            key = (database, of_type.oid)
            if key not in self._types:
                self._types[key] = of_type
                self.version += 1
            self._types.move_to_end(key)
            while len(self._types) > self._size:
                self._types.popitem(last=False)
