"""
How a client proves who it is: by a password, or by SASL (PostgreSQL 15, 55.2.1, 55.3).

All of the server's messages here have one tag; `code` is the Int32 that tells them apart.  What is said
inside of SASL is the mechanism's business: scram.py knows one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self

from pggate.wire.fields import Data, Empty, Reader, cstring, nullable


@dataclass(frozen=True, slots=True)
class AuthenticationOk(Empty):
    code: ClassVar[int] = 0


@dataclass(frozen=True, slots=True)
class AuthenticationCleartextPassword(Empty):
    code: ClassVar[int] = 3


@dataclass(frozen=True, slots=True)
class PasswordMessage:
    password: str

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(r.cstring())

    def payload(self) -> bytes:
        return cstring(self.password)


@dataclass(frozen=True, slots=True)
class AuthenticationSASL:
    mechanisms: tuple[str, ...]
    code: ClassVar[int] = 10

    @classmethod
    def read(cls, r: Reader) -> Self:
        mechanisms = []
        while name := r.cstring():
            mechanisms.append(name)
        return cls(tuple(mechanisms))

    def payload(self) -> bytes:
        return b"".join(map(cstring, self.mechanisms)) + b"\0"


@dataclass(frozen=True, slots=True)
class SASLInitialResponse:
    """
    Args:
        mechanism: Which of the offered ones the client chose.
        data: Its first word; None where it waits to be asked (an empty AuthenticationSASLContinue).

    """

    mechanism: str
    data: bytes | None

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(mechanism=r.cstring(), data=r.nullable())

    def payload(self) -> bytes:
        return cstring(self.mechanism) + nullable(self.data)


@dataclass(frozen=True, slots=True)
class AuthenticationSASLContinue(Data):
    code: ClassVar[int] = 11


@dataclass(frozen=True, slots=True)
class SASLResponse(Data):
    pass


@dataclass(frozen=True, slots=True)
class AuthenticationSASLFinal(Data):
    code: ClassVar[int] = 12
