"""
What went wrong, or is worth knowing: both are a list of fields (PostgreSQL 15, 55.8 "Error and Notice Message
Fields").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Self, TypeAlias

from pggate.errors import Notice, PgError, ProtocolViolation
from pggate.wire.fields import Reader, cstring

if TYPE_CHECKING:
    from collections.abc import Iterable

Severity: TypeAlias = Literal["ERROR", "FATAL"]


@dataclass(frozen=True, slots=True)
class ErrorResponse:
    """
    Args:
        error: What happened.
        severity: ERROR ends the statement, FATAL the connection.

    """

    error: PgError
    severity: Severity = "ERROR"

    @classmethod
    def read(cls, r: Reader) -> Self:
        said = _read_fields(r)
        try:
            position = int(said["P"]) if "P" in said else None
        except ValueError:
            raise ProtocolViolation(f"invalid error position {said['P']!r}") from None
        error = PgError(
            said["M"],
            sqlstate=said["C"],
            detail=said.get("D"),
            hint=said.get("H"),
            position=position,
            context=said.get("W"),
            routine=said.get("R"),
            schema=said.get("s"),
            table=said.get("t"),
            column=said.get("c"),
        )
        return cls(error, "FATAL" if said["V"] == "FATAL" else "ERROR")

    def payload(self) -> bytes:
        return _fields(
            (
                (b"S", self.severity),
                (b"V", self.severity),
                (b"C", self.error.code),
                (b"M", self.error.message),
                (b"D", self.error.detail),
                (b"H", self.error.hint),
                (b"W", self.error.context),
                (b"P", self.error.position),
                (b"s", self.error.schema),
                (b"t", self.error.table),
                (b"c", self.error.column),
                (b"R", self.error.routine),
            ),
        )


@dataclass(frozen=True, slots=True)
class NoticeResponse:
    notice: Notice

    @classmethod
    def read(cls, r: Reader) -> Self:
        said = _read_fields(r)
        return cls(Notice(said["M"], said["C"], said["V"], said.get("D"), said.get("H")))

    def payload(self) -> bytes:
        return _fields(
            (
                (b"S", self.notice.severity),
                (b"V", self.notice.severity),
                (b"C", self.notice.sqlstate),
                (b"M", self.notice.message),
                (b"D", self.notice.detail),
                (b"H", self.notice.hint),
            ),
        )


def _fields(pairs: Iterable[tuple[bytes, str | int | None]]) -> bytes:
    """
    Error and notice fields: those that are known, in order, and the NUL that ends them.
    """
    return b"".join(code + cstring(str(value)) for code, value in pairs if value is not None) + b"\0"


def _read_fields(r: Reader) -> dict[str, str]:
    fields = {}
    while (code := r.character()) != "\0":
        fields[code] = r.cstring()
    if not fields.keys() >= set("SVCM"):
        raise ProtocolViolation("an error or notice without severity, code or message")
    return fields
