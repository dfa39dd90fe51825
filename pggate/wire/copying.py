"""
Rows in bulk, either way (PostgreSQL 15, 55.2.6 "COPY Operations").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from pggate.wire.fields import Data, Empty, Reader, counted, cstring


@dataclass(frozen=True, slots=True)
class _CopyResponse:
    """
    Args:
        format: Of the whole: 0 text, 1 binary.
        column_formats: Of each column.

    """

    format: int
    column_formats: tuple[int, ...]

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(format=r.take(1)[0], column_formats=r.int16s())

    def payload(self) -> bytes:
        return bytes((self.format,)) + counted("h", self.column_formats)


@dataclass(frozen=True, slots=True)
class CopyInResponse(_CopyResponse):
    pass


@dataclass(frozen=True, slots=True)
class CopyOutResponse(_CopyResponse):
    pass


@dataclass(frozen=True, slots=True)
class CopyData(Data):
    """
    From either side, as CopyDone.
    """


@dataclass(frozen=True, slots=True)
class CopyRows:
    """
    Many CopyData messages at once, a row each.

    Args:
        block: Their frames, one after the other, ready to be sent and sent as they are.
        rows: How many they are.

    """

    block: bytes | memoryview
    rows: int


@dataclass(frozen=True, slots=True)
class CopyDone(Empty):
    pass


@dataclass(frozen=True, slots=True)
class CopyFail:
    reason: str

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(r.cstring())

    def payload(self) -> bytes:
        return cstring(self.reason)
