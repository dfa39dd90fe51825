"""
Statements prepared, bound and executed step by step, and the answer to each step (PostgreSQL 15, 55.2.3
"Extended Query").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Self, TypeAlias, cast

from pggate.errors import ProtocolViolation
from pggate.wire.fields import INT32, UINT16, Empty, Reader, counted, cstring, nullable

Kind: TypeAlias = Literal["S", "P"]  # a prepared statement or a portal


@dataclass(frozen=True, slots=True)
class Parse:
    """
    Args:
        statement: The prepared statement's name; "" is the unnamed one.
        sql: One statement's text.
        parameter_oids: Types of `$1`, `$2`, …; may be fewer than the text has, and 0 is "you find out".

    """

    statement: str
    sql: str
    parameter_oids: tuple[int, ...] = ()

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(statement=r.cstring(), sql=r.cstring(), parameter_oids=r.oids())

    def payload(self) -> bytes:
        return cstring(self.statement) + cstring(self.sql) + counted("I", self.parameter_oids)


@dataclass(frozen=True, slots=True)
class ParseComplete(Empty):
    pass


@dataclass(frozen=True, slots=True)
class Bind:
    """
    Args:
        portal: The portal's name; "" is the unnamed one.
        statement: The prepared statement's name.
        parameter_formats: As sent: none (all text), one (for all), or one for each parameter.
        parameters: Encoded values, None for NULL.
        result_formats: As sent: none, one, or one for each column.

    """

    portal: str
    statement: str
    parameter_formats: tuple[int, ...] = ()
    parameters: tuple[bytes | None, ...] = ()
    result_formats: tuple[int, ...] = ()

    @classmethod
    def read(cls, r: Reader) -> Self:
        message = cls(
            portal=r.cstring(),
            statement=r.cstring(),
            parameter_formats=r.int16s(),
            parameters=tuple([r.nullable() for _ in range(r.count())]),
            result_formats=r.int16s(),
        )
        formats, parameters = len(message.parameter_formats), len(message.parameters)
        if formats > 1 and formats != parameters:
            counts = f"{formats} parameter formats but {parameters} parameters"
            raise ProtocolViolation(f"bind message has {counts}")
        return message

    def payload(self) -> bytes:
        return b"".join(
            (
                cstring(self.portal),
                cstring(self.statement),
                counted("h", self.parameter_formats),
                UINT16.pack(len(self.parameters)),
                *map(nullable, self.parameters),
                counted("h", self.result_formats),
            ),
        )


@dataclass(frozen=True, slots=True)
class BindComplete(Empty):
    pass


@dataclass(frozen=True, slots=True)
class Describe:
    kind: Kind
    name: str

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(kind=_read_kind(r, "DESCRIBE"), name=r.cstring())

    def payload(self) -> bytes:
        return self.kind.encode() + cstring(self.name)


@dataclass(frozen=True, slots=True)
class ParameterDescription:
    oids: tuple[int, ...]

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(r.oids())

    def payload(self) -> bytes:
        return counted("I", self.oids)


@dataclass(frozen=True, slots=True)
class NoData(Empty):
    pass


@dataclass(frozen=True, slots=True)
class Execute:
    """
    Args:
        portal: The portal's name.
        max_rows: After how many rows to suspend; 0 is no limit.

    """

    portal: str
    max_rows: int = 0

    @classmethod
    def read(cls, r: Reader) -> Self:
        # PostgreSQL takes a negative number for no limit (postgres.c, exec_execute_message).
        return cls(portal=r.cstring(), max_rows=max(r.int32(), 0))

    def payload(self) -> bytes:
        return cstring(self.portal) + INT32.pack(self.max_rows)


@dataclass(frozen=True, slots=True)
class PortalSuspended(Empty):
    pass


@dataclass(frozen=True, slots=True)
class Close:
    kind: Kind
    name: str

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(kind=_read_kind(r, "CLOSE"), name=r.cstring())

    def payload(self) -> bytes:
        return self.kind.encode() + cstring(self.name)


@dataclass(frozen=True, slots=True)
class CloseComplete(Empty):
    pass


def _read_kind(r: Reader, message: str) -> Kind:
    kind = r.character()
    if kind not in ("S", "P"):
        raise ProtocolViolation(f"invalid {message} message subtype {ord(kind)}")
    return cast("Kind", kind)


@dataclass(frozen=True, slots=True)
class Flush(Empty):
    pass


@dataclass(frozen=True, slots=True)
class Sync(Empty):
    pass
