"""
Text as a client may send it: UTF-8 without NUL, and PostgreSQL's refusal of anything else.
"""

from __future__ import annotations

from typing import Any

from pggate.errors import CharacterNotInRepertoire


def characters(data: bytes) -> str:
    """
    The text that bytes are.

    Raises:
        CharacterNotInRepertoire: 22021, not UTF-8, or a NUL; whichever comes first.

    """
    try:
        text = data.decode()
    except UnicodeDecodeError as fault:
        refuse_nul(data[: fault.start].decode())
        raise not_utf8(fault.object, fault.start) from None
    refuse_nul(text)
    return text


def refuse_nul(value: Any) -> None:
    """
    Raise 22021 where a text, or one in a nested list or a row, has a NUL; other values have none.
    """
    if isinstance(value, (list, dict)):
        for item in value if isinstance(value, list) else value.values():
            refuse_nul(item)
    elif isinstance(value, str) and "\0" in value:
        raise CharacterNotInRepertoire('invalid byte sequence for encoding "UTF8": 0x00')


def not_utf8(data: bytes | bytearray, at: int) -> CharacterNotInRepertoire:
    """
    The error of a byte that begins no character; it shows as many bytes as the first one announces, as far as
    there are some (PostgreSQL 15, report_invalid_encoding of mbutils.c).
    """
    lead = data[at]
    announced = 1 + (lead >= 0xC0) + (lead >= 0xE0) + (lead >= 0xF0) if lead < 0xF8 else 1
    shown = " ".join(f"0x{byte:02x}" for byte in data[at : at + announced])
    return CharacterNotInRepertoire(f'invalid byte sequence for encoding "UTF8": {shown}')
