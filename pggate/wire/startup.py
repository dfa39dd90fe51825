"""
How a conversation begins and ends: encryption, start-up, cancelling, termination (PostgreSQL 15, 55.2.1 and
55.2.8 to 55.2.11).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Self

from pggate.errors import FeatureNotSupported, ProtocolViolation
from pggate.wire.fields import INT32, Empty, Reader, cstring

PROTOCOL_MAJOR: Final = 3
PROTOCOL_OPTION: Final = "_pq_."  # such parameters are the protocol's own (PostgreSQL 15, 55.7)

CANCEL_REQUEST: Final = 80877102
SSL_REQUEST: Final = 80877103
GSSENC_REQUEST: Final = 80877104

# Protocol 3.0 has secrets of 4 bytes, 3.2 of up to 256 (PostgreSQL 18, 54.7 CancelRequest).
SECRET_LEAST: Final = 4
SECRET_MOST: Final = 256


@dataclass(frozen=True, slots=True)
class SSLRequest:
    @classmethod
    def read(cls, r: Reader) -> Self:
        r.uint32()
        return cls()

    def payload(self) -> bytes:
        return INT32.pack(SSL_REQUEST)


@dataclass(frozen=True, slots=True)
class GSSENCRequest:
    @classmethod
    def read(cls, r: Reader) -> Self:
        r.uint32()
        return cls()

    def payload(self) -> bytes:
        return INT32.pack(GSSENC_REQUEST)


@dataclass(frozen=True, slots=True)
class EncryptionResponse:
    """
    The one byte that answers SSLRequest and GSSENCRequest (PostgreSQL 15, 55.2.10).
    """

    accepted: bool


@dataclass(frozen=True, slots=True)
class StartupMessage:
    """
    Who wants to speak to which database, in which version of the protocol.

    Args:
        protocol: (major, minor); the major is 3.
        parameters: By name as sent: `user`, `database`, `options`, settings, and the protocol's own.

    """

    protocol: tuple[int, int]
    parameters: dict[str, str]

    @property
    def protocol_options(self) -> tuple[str, ...]:
        """
        The names of the parameters that ask for an extension of the protocol; they are no settings.
        """
        return tuple(name for name in self.parameters if name.startswith(PROTOCOL_OPTION))

    @classmethod
    def read(cls, r: Reader) -> Self:
        version = r.uint32()
        major, minor = version >> 16, version & 0xFFFF
        if major != PROTOCOL_MAJOR:
            version_sent = f"{major}.{minor}"
            raise FeatureNotSupported(
                f"unsupported frontend protocol {version_sent}: server supports 3.0 to 3.0"
            )
        parameters = {}
        while name := r.cstring():
            parameters[name] = r.cstring()
        if not r.at_end():
            raise ProtocolViolation("invalid startup packet layout: expected terminator as last byte")
        return cls((major, minor), parameters)

    def payload(self) -> bytes:
        major, minor = self.protocol
        pairs = b"".join(cstring(name) + cstring(value) for name, value in self.parameters.items())
        return INT32.pack(major << 16 | minor) + pairs + b"\0"


@dataclass(frozen=True, slots=True)
class NegotiateProtocolVersion:
    """
    Args:
        minor: The newest minor version of protocol 3 that the server speaks.
        options: The `_pq_.` options of the StartupMessage that it does not know.

    """

    minor: int
    options: tuple[str, ...]

    @classmethod
    def read(cls, r: Reader) -> Self:
        minor = r.int32() & 0xFFFF
        return cls(minor, tuple([r.cstring() for _ in range(r.int32())]))

    def payload(self) -> bytes:
        # The manual says "newest minor protocol version"; PostgreSQL sends, and libpq reads, the whole word.
        version = 3 << 16 | self.minor
        return INT32.pack(version) + INT32.pack(len(self.options)) + b"".join(map(cstring, self.options))


@dataclass(frozen=True, slots=True)
class ParameterStatus:
    name: str
    value: str

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(name=r.cstring(), value=r.cstring())

    def payload(self) -> bytes:
        return cstring(self.name) + cstring(self.value)


@dataclass(frozen=True, slots=True)
class BackendKeyData:
    pid: int
    secret: bytes

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(pid=r.int32(), secret=r.rest())

    def payload(self) -> bytes:
        return INT32.pack(self.pid) + self.secret


@dataclass(frozen=True, slots=True)
class CancelRequest:
    pid: int
    secret: bytes

    @classmethod
    def read(cls, r: Reader) -> Self:
        r.uint32()
        message = cls(pid=r.int32(), secret=r.rest())
        if not SECRET_LEAST <= len(message.secret) <= SECRET_MOST:
            raise ProtocolViolation("invalid length of cancel request packet")
        return message

    def payload(self) -> bytes:
        return INT32.pack(CANCEL_REQUEST) + INT32.pack(self.pid) + self.secret


@dataclass(frozen=True, slots=True)
class Terminate(Empty):
    @classmethod
    def read(cls, r: Reader) -> Self:
        r.rest()  # whatever else it says: nobody would hear the complaint
        return cls()
