"""
A text of statements and what answers it: rows, tags, and the word that the next one may come (PostgreSQL 15,
55.2.2 "Simple Query"); the function call of old clients (55.2.5) is answered alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from struct import Struct
from typing import TYPE_CHECKING, ClassVar, Literal, Self, TypeAlias, cast

from pggate.errors import ProtocolViolation
from pggate.wire.fields import INT32, UINT16, Empty, Reader, cstring, nullable
from pggate.wire.framing import framed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Status: TypeAlias = Literal["I", "T", "E"]


@dataclass(frozen=True, slots=True)
class Query:
    sql: str

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(r.cstring())

    def payload(self) -> bytes:
        return cstring(self.sql)


@dataclass(frozen=True, slots=True)
class FunctionCall:
    """
    The fast path of old clients, unread: it is refused.
    """

    raw: bytes

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(r.rest())

    def payload(self) -> bytes:
        return self.raw


@dataclass(frozen=True, slots=True)
class RowDescription:
    fields: tuple[Field, ...]

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(tuple([Field.read(r) for _ in range(r.count())]))

    def payload(self) -> bytes:
        return UINT16.pack(len(self.fields)) + b"".join(field.payload() for field in self.fields)


@dataclass(frozen=True, slots=True)
class Field:
    """
    Args:
        name: The column's.
        table_oid: The table it is a column of, else 0.
        column: Its number there, else 0.
        type_oid: Its type.
        typlen: The type's size in bytes; negative: variable.
        typmod: The type's modifier; -1: none.
        format: 0 text, 1 binary; 0 also where it is not yet known.

    """

    name: str
    table_oid: int
    column: int
    type_oid: int
    typlen: int
    typmod: int
    format: int

    layout: ClassVar[Struct] = Struct("!IhIhih")

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(r.cstring(), *cls.layout.unpack(r.take(cls.layout.size)))

    def payload(self) -> bytes:
        numbers = (self.table_oid, self.column, self.type_oid, self.typlen, self.typmod, self.format)
        return cstring(self.name) + self.layout.pack(*numbers)


@dataclass(frozen=True, slots=True)
class DataRows:
    """
    Many DataRow messages at once.

    Args:
        block: Their frames, one after the other, ready to be sent and sent as they are.
        rows: How many they are.

    """

    block: bytes | memoryview
    rows: int

    @classmethod
    def of(cls, rows: Iterable[Sequence[bytes | None]]) -> Self:
        """
        The few rows that no table holds (SHOW, EXPLAIN, …), from encoded cells.
        """
        frames = [framed(b"D", UINT16.pack(len(row)) + b"".join(map(nullable, row))) for row in rows]
        return cls(b"".join(frames), len(frames))

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(framed(b"D", r.rest()), 1)

    def cells(self) -> tuple[tuple[bytes | None, ...], ...]:
        """
        The encoded cells again, row by row, None for NULL.
        """
        r = Reader(bytes(self.block))
        return tuple(self._row(r) for _ in range(self.rows))

    @staticmethod
    def _row(r: Reader) -> tuple[bytes | None, ...]:
        r.take(1)
        row = Reader(r.take(r.int32() - INT32.size))
        cells = tuple([row.nullable() for _ in range(row.count())])
        row.end()
        return cells


@dataclass(frozen=True, slots=True)
class CommandComplete:
    tag: str

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(r.cstring())

    def payload(self) -> bytes:
        return cstring(self.tag)


@dataclass(frozen=True, slots=True)
class EmptyQueryResponse(Empty):
    pass


@dataclass(frozen=True, slots=True)
class ReadyForQuery:
    """
    Args:
        status: The transaction's: I idle, T in a transaction, E in a failed one.

    """

    status: Status

    @classmethod
    def read(cls, r: Reader) -> Self:
        status = r.character()
        if status not in ("I", "T", "E"):
            raise ProtocolViolation(f"invalid transaction status {status!r}")
        return cls(cast("Status", status))

    def payload(self) -> bytes:
        return self.status.encode()
