"""
The fields that messages are made of, read and written (PostgreSQL 15, 55.6 "Message Data Types").
"""

from __future__ import annotations

from dataclasses import dataclass
from struct import Struct, calcsize, unpack_from
from typing import Final, Self

from pggate.errors import CharacterNotInRepertoire, ProtocolViolation

INT16: Final = Struct("!h")
UINT16: Final = Struct("!H")
INT32: Final = Struct("!i")
UINT32: Final = Struct("!I")


class Reader:
    """
    A cursor over one payload.  Every field that is not wholly there is a ProtocolViolation.
    """

    __slots__ = ("_at", "_data")

    def __init__(self, payload: bytes) -> None:
        self._data = payload
        self._at = 0

    def take(self, size: int) -> bytes:
        """
        The next `size` bytes; a negative size is a violation too.
        """
        end = self._at + size
        if size < 0 or end > len(self._data):
            raise ProtocolViolation("insufficient data left in message")
        taken = self._data[self._at : end]
        self._at = end
        return taken

    def _number(self, layout: Struct) -> int:
        number: int = layout.unpack(self.take(layout.size))[0]
        return number

    def int16(self) -> int:
        return self._number(INT16)

    def int32(self) -> int:
        return self._number(INT32)

    def uint32(self) -> int:
        return self._number(UINT32)

    def count(self) -> int:
        """
        An Int16 that says how many follow: 0 to 65,535.  PostgreSQL reads these without a sign, which is
        what lets a Bind carry 65,535 parameters.
        """
        return self._number(UINT16)

    def _numbers(self, code: str) -> tuple[int, ...]:
        layout = f"!{self.count()}{code}"
        return unpack_from(layout, self.take(calcsize(layout)))

    def int16s(self) -> tuple[int, ...]:
        """
        A count and as many Int16.
        """
        return self._numbers("h")

    def oids(self) -> tuple[int, ...]:
        """
        A count and as many Int32 that are OIDs: they have no sign.
        """
        return self._numbers("I")

    def character(self) -> str:
        """
        A Byte1 that stands for an ASCII letter.
        """
        return chr(self.take(1)[0])

    def cstring(self) -> str:
        """
        A string up to its NUL.

        Raises:
            CharacterNotInRepertoire: It is not UTF-8.

        """
        end = self._data.find(b"\0", self._at)
        if end < 0:
            raise ProtocolViolation("invalid string in message")
        taken = self._data[self._at : end]
        self._at = end + 1
        return decoded(taken)

    def nullable(self) -> bytes | None:
        """
        An Int32 length and as many bytes; the length -1 is NULL.
        """
        size = self.int32()
        return None if size == -1 else self.take(size)

    def rest(self) -> bytes:
        taken = self._data[self._at :]
        self._at = len(self._data)
        return taken

    def at_end(self) -> bool:
        return self._at == len(self._data)

    def end(self) -> None:
        """
        Nothing may follow.
        """
        if not self.at_end():
            raise ProtocolViolation("invalid message format")


def decoded(text: bytes) -> str:
    """
    UTF-8 as text.

    Raises:
        CharacterNotInRepertoire: It is not UTF-8; worded as PostgreSQL's report_invalid_encoding does.

    """
    try:
        return text.decode()
    except UnicodeDecodeError as error:
        wrong = text[error.start : error.start + _claimed_length(text[error.start])]
        shown = " ".join(f"0x{byte:02x}" for byte in wrong)
        raise CharacterNotInRepertoire(f'invalid byte sequence for encoding "UTF8": {shown}') from None


def _claimed_length(first: int) -> int:
    """
    How many bytes a UTF-8 character that begins so would have (PostgreSQL's pg_utf_mblen).
    """
    for mask, lead, length in ((0xE0, 0xC0, 2), (0xF0, 0xE0, 3), (0xF8, 0xF0, 4)):
        if first & mask == lead:
            return length
    return 1


def cstring(text: str) -> bytes:
    """
    A String field.  What the protocol cannot carry (a NUL, half a surrogate pair) is replaced and not
    refused: it reaches this place inside error texts, where the reader is better off with most of it.
    """
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}").encode("utf-8", "replace") + b"\0"


def nullable(value: bytes | None) -> bytes:
    """
    A length and as many bytes; -1 for NULL.
    """
    return b"\xff\xff\xff\xff" if value is None else INT32.pack(len(value)) + value


def counted(code: str, numbers: tuple[int, ...]) -> bytes:
    """
    A count and as many numbers, of the struct code given.
    """
    return Struct(f"!H{len(numbers)}{code}").pack(len(numbers), *numbers)


@dataclass(frozen=True, slots=True)
class Empty:
    """
    A message that is all said by its tag.
    """

    @classmethod
    def read(cls, _: Reader) -> Self:
        return cls()

    def payload(self) -> bytes:
        return b""


@dataclass(frozen=True, slots=True)
class Data:
    """
    A message whose payload is the peer's business.
    """

    data: bytes

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(r.rest())

    def payload(self) -> bytes:
        return self.data
