"""
COPY's input row by row, as PostgreSQL 15's NextCopyFrom reads it (commands/copyfromparse.c): the reference
that the kernel is held to, and what finds the words for input that is not as it should be.

A source keeps its place in data that its caller keeps, and says with every error in which line it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol

if TYPE_CHECKING:
    from pggate.errors import PgError

# PostgreSQL 15, copyfromparse.c: MAX_COPY_DATA_DISPLAY.
_MOST_SHOWN: Final = 100

Header = bool | Literal["match"]


@dataclass(frozen=True, slots=True)
class Row:
    """
    Args:
        cells: The fields, None for NULL; fewer than there are columns where there is a fault.
        fault: What is wrong behind ``cells``, to be raised when they have been found right.

    """

    cells: list[bytes | None]
    fault: PgError | None = None


class Source(Protocol):
    """
    Attributes:
        at: Where the next row begins; its owner may move it, with what lies before.
        number: PostgreSQL's number of the row that was read last.
        ended: Nothing more is to be read.
        is_past_header: There is a row to speak of.

    """

    at: int
    number: int
    ended: bool
    is_past_header: bool

    def row(self, data: bytes | bytearray, *, final: bool) -> Row | None:
        """
        The next row; None if there is none (``ended``) or more data is needed.

        Args:
            data: What has arrived.
            final: Nothing comes after it.

        """

    def framing(self) -> tuple[Any, ...] | None:
        """
        What the kernel is told of the rows from here on; None: the next one is for ``row``.
        """


def located(error: PgError, relation: str, number: int, place: str = "") -> PgError:
    """
    The error with the place of what it is about, as PostgreSQL's CopyFromErrorCallback has it.
    """
    error.context = f"COPY {relation}, line {number}{place}"
    return error


def shown(data: bytes) -> str:
    """
    A line or field within quotes, cut where it is long.
    """
    if len(data) > _MOST_SHOWN:
        return f'"{data[:_MOST_SHOWN].decode(errors="ignore")}..."'
    return f'"{data.decode(errors="replace")}"'
