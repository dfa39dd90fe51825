"""
What stands around the cells of a row: a DataRow message, or a CopyData message with the row in one of COPY's
three formats.

PostgreSQL sends one row per CopyData message, and drivers read them so though the protocol does not promise
it (PostgreSQL 15, 55.2.6).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class DataRow:
    """
    DataRow messages (PostgreSQL 15, 55.7): 'D', int32 length, int16 columns, per column int32 length and
    bytes.
    """


@dataclass(frozen=True, slots=True)
class CopyBinary:
    """
    The tuples of COPY's binary format (PostgreSQL 15, COPY): int16 columns, the fields as in DataRow.
    """


@dataclass(frozen=True, slots=True)
class CopyText:
    """
    COPY's text format: a line per row, special characters behind a backslash.

    Args:
        delimiter: One byte between the columns.
        null: What stands for NULL.

    """

    delimiter: bytes = b"\t"
    null: bytes = b"\\N"


@dataclass(frozen=True, slots=True)
class CopyCsv:
    """
    COPY's csv format.

    Args:
        delimiter: One byte between the columns.
        null: What stands for NULL, never in quotes.
        quote: One byte around values that need it.
        escape: One byte before a quote, or itself, within quotes.
        forced: The places of columns whose values are always in quotes.

    """

    delimiter: bytes = b","
    null: bytes = b""
    quote: bytes = b'"'
    escape: bytes = b'"'
    forced: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class JsonLines:
    """
    Newline-delimited JSON, which is only read: an object a line (RFC 8259), whose members are found by the
    columns' names and read as json_populate_record does (PostgreSQL 15, 9.16).

    Args:
        documents: The places of columns whose values are kept as JSON.
        asked: The places of columns of which further ones, boolean and behind all others, say whether a line
            names them.

    """

    documents: frozenset[int] = frozenset()
    asked: tuple[int, ...] = ()


Framing = DataRow | CopyBinary | CopyText | CopyCsv

DATA_ROW: Final = DataRow()
COPY_BINARY: Final = CopyBinary()
