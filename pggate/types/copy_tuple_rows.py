"""
The rows of COPY's binary format.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pggate.errors import BadCopyFileFormat, PgError
from pggate.types import copy_tuples
from pggate.types.copy_rows import Row, located

if TYPE_CHECKING:
    from collections.abc import Sequence


class TupleSource:
    """
    Rows of the binary format.

    Args:
        names: The columns'.
        relation: What is copied into.

    """

    def __init__(self, names: Sequence[str], relation: str) -> None:
        self.at = 0
        self.number = 0
        self.ended = False
        self._names = names
        self._relation = relation
        self.is_past_header = False
        self._is_past_trailer = False

    def framing(self) -> tuple[Any, ...] | None:
        return () if self.is_past_header and not self._is_past_trailer else None

    def row(self, data: bytes | bytearray, *, final: bool) -> Row | None:
        if not self.is_past_header:
            start = copy_tuples.after_header(data, final=final)
            if start is None:
                return None
            self.at, self.is_past_header = start, True
        if self._is_past_trailer:
            self._end(data, final)
            return None
        count = copy_tuples.count(data, self.at, final=final)
        if count is None:
            return None
        if count == -1:
            self._is_past_trailer = True
            # At the data's end there may be one byte where two would be a count.
            self.at = min(self.at + 2, len(data))
            self._end(data, final)
            return None
        return self._tuple(data, final)

    def _end(self, data: bytes | bytearray, final: bool) -> None:
        if len(data) > self.at:
            behind = BadCopyFileFormat("received copy data after EOF marker")
            raise located(behind, self._relation, self.number + 1)
        self.ended = final

    def _tuple(self, data: bytes | bytearray, final: bool) -> Row | None:
        try:
            found = copy_tuples.read(data, self.at, len(self._names), final=final)
        except PgError as error:
            raise located(error, self._relation, self.number + 1) from None
        if found is None:
            return None
        self.number += 1
        self.at = found.next
        if found.fault is not None:
            place = f", column {self._names[len(found.cells)]}"
            located(found.fault, self._relation, self.number, place)
        return Row(found.cells, found.fault)
