"""
Values of composite types from clients: record_in and record_recv (PostgreSQL 15, utils/adt/rowtypes.c).

A value is a dict by field, as DuckDB takes a STRUCT; a field that is NULL is None.
"""

from __future__ import annotations

from struct import Struct, error
from typing import TYPE_CHECKING, Any, Final

from pggate.errors import (
    DatatypeMismatch,
    InvalidBinaryRepresentation,
    InvalidTextRepresentation,
    ProtocolViolation,
    StringDataRightTruncation,
)
from pggate.types import table
from pggate.types.padding import VARHDRSZ
from pggate.types.table import SPACE

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.types.table import PgField, PgType

_WITH_LENGTH: Final = frozenset({table.VARCHAR, table.BPCHAR})
_COUNT: Final = Struct("!i")
_FIELD: Final = Struct("!Ii")  # the type's OID, the length


def read_text(type_: PgType, text: str, read: Callable[[PgType, str], Any]) -> dict[str, Any]:
    """
    Args:
        read: Reads the text of one field.

    Raises:
        InvalidTextRepresentation: 22P02, it is no text of a row, or of one with more or fewer fields.
        StringDataRightTruncation: 22001, a field is too long.
        PgError: What `read` refuses.

    """
    cells = split(text)
    if len(cells) != len(type_.fields):
        few = len(cells) < len(type_.fields)
        raise malformed(text, f"Too {'few' if few else 'many'} columns.")
    return {
        field.name: None if cell is None else read(field.type, fitting(field, cell))
        for field, cell in zip(type_.fields, cells, strict=True)
    }


def fitting(field: PgField, value: Any) -> Any:
    """
    A field's value, a varchar(n) or char(n) without spaces that are too many (PostgreSQL 15, 8.3).

    Raises StringDataRightTruncation 22001.
    """
    most = field.typmod - VARHDRSZ
    if most < 0 or field.type not in _WITH_LENGTH or len(value) <= most:
        return value
    if value[most:].strip(" "):
        raise StringDataRightTruncation(f"value too long for type {field.type.sql}({most})")
    return value[:most]


def split(text: str) -> list[str | None]:
    """
    The texts of the fields of a row; () has one, which is NULL.

    Raises InvalidTextRepresentation 22P02.
    """
    at = len(text) - len(text.lstrip(SPACE))
    if text[at : at + 1] != "(":
        raise malformed(text, "Missing left parenthesis.")
    cells: list[str | None] = []
    ends = ","
    while ends == ",":
        cell, at = _cell(text, at + 1)
        cells.append(cell)
        ends = text[at]
    if text[at + 1 :].strip(SPACE):
        raise malformed(text, "Junk after right parenthesis.")
    return cells


def _cell(text: str, at: int) -> tuple[str | None, int]:
    """One field, and where it ends: at a comma or the right parenthesis."""
    if text[at : at + 1] in {",", ")"}:
        return None, at
    taken: list[str] = []
    in_quotes = False
    while in_quotes or text[at : at + 1] not in {",", ")"}:
        character = text[at : at + 1]
        if character == "\\":
            at += 1
            character = text[at : at + 1]
            taken.append(character)
        elif character == '"':
            doubled = in_quotes and text[at + 1 : at + 2] == '"'
            if doubled:
                taken.append('"')
                at += 1
            else:
                in_quotes = not in_quotes
        else:
            taken.append(character)
        if not character:
            raise malformed(text, "Unexpected end of input.")
        at += 1
    return "".join(taken), at


def malformed(text: str, detail: str) -> InvalidTextRepresentation:
    """
    The error of a text that is no row.
    """
    return InvalidTextRepresentation(f'malformed record literal: "{text}"', detail=detail)


def read_binary(type_: PgType, data: bytes, read: Callable[[PgType, bytes], Any]) -> dict[str, Any]:
    """
    Args:
        read: Reads the bytes of one field.

    Raises:
        ProtocolViolation: 08P01, data that ends too early.
        DatatypeMismatch: 42804, another number of fields, or one of another type.
        InvalidBinaryRepresentation: 22P03, bytes left over.
        PgError: What `read` refuses.

    """
    values: dict[str, Any] = {}
    try:
        (count,) = _COUNT.unpack_from(data)
        at = _COUNT.size
        if count != len(type_.fields):
            raise DatatypeMismatch(f"wrong number of columns: {count}, expected {len(type_.fields)}")
        for number, field in enumerate(type_.fields, 1):
            oid, length = _FIELD.unpack_from(data, at)
            at += _FIELD.size
            _check_type(number, oid, field.type)
            if length < -1 or length > len(data) - at:
                raise InvalidBinaryRepresentation("insufficient data left in message")
            values[field.name] = (
                None if length == -1 else fitting(field, read(field.type, data[at : at + length]))
            )
            at += max(length, 0)
    except error:
        raise ProtocolViolation("insufficient data left in message") from None
    if at != len(data):
        raise InvalidBinaryRepresentation("improper binary format in record column")
    return values


def _check_type(number: int, oid: int, expected: PgType) -> None:
    if oid != expected.oid:
        name = table.BY_OID[oid].sql if oid in table.BY_OID else "???"
        raise DatatypeMismatch(
            f"binary data has type {oid} ({name}) instead of expected {expected.oid} ({expected.sql})"
            f" in record column {number}"
        )
