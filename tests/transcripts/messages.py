"""
Messages as a transcript writes them: a type and its fields as JSON.

Types stand by their name in pg_type, cells that are no printable text as {"hex": "…"}, and a column of a
RowDescription as "name type", followed by its modifier and by `binary` where it has them.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pggate.types.oids import PG_TYPE
from pggate.types.table import BY_NAME
from pggate.wire import backend, frontend

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

NAMES = {row.oid: row.typname for row in PG_TYPE}
LINE = re.compile(r"(\w+)(?:\s+(\{.*\}))?\s*\Z")


@dataclass(frozen=True, slots=True)
class Message:
    """
    One line of a transcript.
    """

    type: str
    fields: dict[str, Any]

    @classmethod
    def parse(cls, line: str) -> Message:
        found = LINE.match(line)
        assert found, f"not a message: {line!r}"
        return cls(found[1], json.loads(found[2] or "{}"))

    def __str__(self) -> str:
        fields = json.dumps(self.fields, ensure_ascii=False)
        return f"{self.type} {fields}" if self.fields else self.type


@dataclass(frozen=True, slots=True)
class Raw:
    """
    Bytes of any kind.
    """

    data: bytes


@dataclass(frozen=True, slots=True)
class Closed:
    """
    The server has closed the connection.
    """


def encoded(message: Message) -> bytes:
    """The bytes of a message that a transcript sends."""
    made = _SENT[message.type](message.fields)
    return made.data if isinstance(made, Raw) else frontend.encode(made)


def shown(message: backend.Backend | Closed) -> Message:
    """All that a transcript can say about a message of the server's."""
    return Message(type(message).__name__.replace("DataRows", "DataRow"), _fields(message))


def _cell(value: Any) -> bytes | None:
    if value is None:
        return None
    return bytes.fromhex(value["hex"]) if isinstance(value, dict) else value.encode()


def _oid(name: str | int) -> int:
    return name if isinstance(name, int) else BY_NAME[name].oid


def _type(oid: int) -> str:
    return NAMES.get(oid, str(oid))


def _parse(f: Mapping[str, Any]) -> frontend.Parse:
    return frontend.Parse(f.get("statement", ""), f["query"], tuple(map(_oid, f.get("types", ()))))


def _bind(f: Mapping[str, Any]) -> frontend.Bind:
    return frontend.Bind(
        f.get("portal", ""),
        f.get("statement", ""),
        tuple(f.get("parameter_formats", ())),
        tuple(map(_cell, f.get("parameters", ()))),
        tuple(f.get("result_formats", ())),
    )


def _startup(f: Mapping[str, Any]) -> frontend.StartupMessage:
    major, _, minor = f.get("protocol", "3.0").partition(".")
    return frontend.StartupMessage((int(major), int(minor)), f["parameters"])


_SENT: dict[str, Callable[[Mapping[str, Any]], frontend.Frontend | Raw]] = {
    "Bind": _bind,
    "Close": lambda f: frontend.Close(*_what(f)),
    "CopyData": lambda f: frontend.CopyData(_cell(f["data"]) or b""),
    "CopyDone": lambda _: frontend.CopyDone(),
    "CopyFail": lambda f: frontend.CopyFail(f["reason"]),
    "Describe": lambda f: frontend.Describe(*_what(f)),
    "Execute": lambda f: frontend.Execute(f.get("portal", ""), f.get("max_rows", 0)),
    "Flush": lambda _: frontend.Flush(),
    "FunctionCall": lambda f: frontend.FunctionCall(bytes.fromhex(f["hex"])),
    "GSSENCRequest": lambda _: frontend.GSSENCRequest(),
    "Parse": _parse,
    "Query": lambda f: frontend.Query(f["query"]),
    "Raw": lambda f: Raw(bytes.fromhex(f["hex"])),
    "SSLRequest": lambda _: frontend.SSLRequest(),
    "StartupMessage": _startup,
    "Sync": lambda _: frontend.Sync(),
    "Terminate": lambda _: frontend.Terminate(),
}


def _what(f: Mapping[str, Any]) -> tuple[frontend.Kind, str]:
    return ("P", f["portal"]) if "portal" in f else ("S", f["statement"])


def _fields(message: backend.Backend | Closed) -> dict[str, Any]:
    match message:
        case backend.RowDescription(fields):
            return {"fields": [_column(field) for field in fields]}
        case backend.DataRows():
            (row,) = message.cells()
            return {"values": [_value(cell) for cell in row]}
        case backend.CommandComplete(tag):
            return {"tag": tag}
        case backend.ReadyForQuery(status):
            return {"status": status}
        case backend.ParameterDescription(oids):
            return {"types": [_type(oid) for oid in oids]}
        case backend.ParameterStatus(name, value):
            return {"name": name, "value": value}
        case backend.NegotiateProtocolVersion(minor, options):
            return {"minor": minor, "options": list(options)}
        case backend.AuthenticationSASL(mechanisms):
            return {"mechanisms": list(mechanisms)}
        case backend.EncryptionResponse(accepted):
            return {"accepted": accepted}
        case backend.ErrorResponse(error, severity):
            return {
                "severity": severity,
                "code": error.code,
                "message": error.message,
                "detail": error.detail,
                "hint": error.hint,
                "position": error.position,
                "context": error.context,
            }
        case backend.NoticeResponse(notice):
            return {
                "severity": notice.severity,
                "code": notice.sqlstate,
                "message": notice.message,
                "detail": notice.detail,
                "hint": notice.hint,
            }
        case _:
            return _copy_fields(message)


def _copy_fields(message: backend.Backend | Closed) -> dict[str, Any]:
    """Of the messages of COPY; the others that are left say nothing."""
    match message:
        case backend.CopyInResponse(code, codes) | backend.CopyOutResponse(code, codes):
            return {"format": code, "columns": list(codes)}
        case backend.CopyData(data):
            return {"data": _copied(data)}
        case _:
            return {}


def _column(field: backend.Field) -> str:
    words = [field.name, _type(field.type_oid)]
    if field.typmod != -1:
        words.append(f"typmod={field.typmod}")
    if field.format:
        words.append("binary")
    return " ".join(words)


def _copied(data: bytes) -> str | dict[str, str]:
    """As `_value`, but rows have tabs, and lines end."""
    shown = _value(data.translate(None, b"\t\r\n"))
    return data.decode() if isinstance(shown, str) else {"hex": data.hex()}


def _value(cell: bytes | None) -> str | dict[str, str] | None:
    if cell is None:
        return None
    try:
        text = cell.decode()
    except UnicodeDecodeError:
        return {"hex": cell.hex()}
    return text if text.isprintable() else {"hex": cell.hex()}
