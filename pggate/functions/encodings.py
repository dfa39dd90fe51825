"""
Texts of byte strings, and byte strings of texts: base64, hex and escape, and character sets (PostgreSQL 15,
9.5, table 9.12).
"""

from __future__ import annotations

import base64
import re
from typing import Final

from pggate.errors import CharacterNotInRepertoire, FeatureNotSupported, InvalidParameterValue, PgError

_LINE: Final = 76
"""Characters of base64 in a line (RFC 2045)."""
_ESCAPED: Final = re.compile(rb"[\x00\x80-\xff\\]")
_ESCAPE: Final = re.compile(rb"\\(?:(?P<backslash>\\)|(?P<octal>[0-3][0-7]{2})|(?P<wrong>))")
_HEX: Final = re.compile(r"[0-9a-fA-F]")
_SPACES: Final = " \t\r\n"
_BASE64: Final = re.compile(r"[A-Za-z0-9+/]")

# Encodings of PostgreSQL's that Python has under another name (PostgreSQL 15, table 24.1)
_CODECS: Final = {
    "utf8": "utf-8",
    "unicode": "utf-8",
    "sqlascii": "ascii",
    "win866": "cp866",
    "eucjp": "euc_jp",
    "euckr": "euc_kr",
    "euccn": "gb2312",
    "sjis": "shift_jis",
    "koi8r": "koi8_r",
    "koi8u": "koi8_u",
    **{f"latin{number}": f"latin_{number}" for number in range(1, 11)},
    **{f"win{page}": f"cp{page}" for page in range(1250, 1259)},
    **{f"iso8859{part}": f"iso8859_{part}" for part in range(5, 9)},
    "big5": "big5",
    "gbk": "gbk",
    "gb18030": "gb18030",
    "uhc": "cp949",
}


def encode(data: bytes, form: str) -> str:
    """
    Bytes as a text in base64, hex or escape format.

    Raises:
        InvalidParameterValue: 22023, there is no such format.

    """
    match form.lower():
        case "hex":
            return data.hex()
        case "base64":
            digits = base64.b64encode(data).decode()
            return "\n".join(digits[at : at + _LINE] for at in range(0, len(digits), _LINE))
        case "escape":
            return _ESCAPED.sub(_escaped, data).decode("ascii")
        case _:
            raise _unrecognized(form)


def _escaped(found: re.Match[bytes]) -> bytes:
    return b"\\\\" if found[0] == b"\\" else b"\\%03o" % found[0][0]


def decode(digits: str, form: str) -> bytes:
    """
    Raises:
        InvalidParameterValue: 22023, there is no such format, or this is no text of it.
        PgError: 22P02, this is no text in escape format.

    """
    match form.lower():
        case "hex":
            return _of_hex(digits)
        case "base64":
            return _of_base64(digits)
        case "escape":
            return _ESCAPE.sub(_unescaped, digits.encode())
        case _:
            raise _unrecognized(form)


def _unrecognized(form: str) -> InvalidParameterValue:
    return InvalidParameterValue(f'unrecognized encoding: "{form}"')


def _of_hex(digits: str) -> bytes:
    kept = [digit for digit in digits if digit not in _SPACES]
    wrong = next((digit for digit in kept if not _HEX.fullmatch(digit)), None)
    if wrong is not None:
        raise InvalidParameterValue(f'invalid hexadecimal digit: "{wrong}"')
    if len(kept) % 2:
        raise InvalidParameterValue("invalid hexadecimal data: odd number of digits")
    return bytes.fromhex("".join(kept))


def _of_base64(digits: str) -> bytes:
    kept = "".join(digit for digit in digits if digit not in _SPACES)
    body = kept.rstrip("=")
    wrong = next((digit for digit in body if not _BASE64.fullmatch(digit)), None)
    if wrong == "=":
        raise InvalidParameterValue('unexpected "=" while decoding base64 sequence')
    if wrong is not None:
        raise InvalidParameterValue(f'invalid symbol "{wrong}" found while decoding base64 sequence')
    if len(kept) % 4 or len(kept) - len(body) > 2:
        raise InvalidParameterValue(
            "invalid base64 end sequence",
            hint="Input data is missing padding, is truncated, or is otherwise corrupted.",
        )
    return base64.b64decode(kept)


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found["wrong"] is not None:
        raise PgError("invalid input syntax for type bytea", sqlstate="22P02")
    return b"\\" if found["backslash"] else bytes([int(found["octal"], 8)])


def convert_from(data: bytes, encoding: str) -> str:
    """
    Raises:
        InvalidParameterValue: 22023, there is no such encoding.
        CharacterNotInRepertoire: 22021, this is no text in it.

    """
    try:
        found = data.decode(_codec(encoding, "source"))
    except UnicodeDecodeError as error:
        sequence = " ".join(f"0x{byte:02x}" for byte in data[error.start : max(error.end, error.start + 1)])
        raise CharacterNotInRepertoire(
            f'invalid byte sequence for encoding "{encoding.upper()}": {sequence}'
        ) from error
    if "\0" in found:
        raise CharacterNotInRepertoire(f'invalid byte sequence for encoding "{encoding.upper()}": 0x00')
    return found


def convert_to(subject: str, encoding: str) -> bytes:
    """
    Raises:
        InvalidParameterValue: 22023, there is no such encoding.
        PgError: 22P05, it has no such character.

    """
    try:
        return subject.encode(_codec(encoding, "destination"))
    except UnicodeEncodeError as error:
        sequence = " ".join(f"0x{byte:02x}" for byte in subject[error.start].encode())
        raise PgError(
            f'character with byte sequence {sequence} in encoding "UTF8" has no equivalent'
            f' in encoding "{encoding.upper()}"',
            sqlstate="22P05",
        ) from error


def convert(data: bytes, source: str, destination: str) -> bytes:
    """
    Bytes of a text in one encoding as those in another.
    """
    return convert_to(convert_from(data, source), destination)


def _codec(encoding: str, which: str) -> str:
    codec = _CODECS.get(re.sub(r"[^a-z0-9]", "", encoding.lower()))
    if codec is None:
        raise InvalidParameterValue(f'invalid {which} encoding name "{encoding}"')
    return codec


def to_ascii(_subject: str) -> str:
    """
    Raises:
        FeatureNotSupported: 0A000, always: PostgreSQL has it for texts in LATIN1 and its kin alone.

    """
    raise FeatureNotSupported(
        "encoding conversion from UTF8 to ASCII not supported", hint="Use normalize() and regexp_replace()."
    )


def characters(data: bytes, encoding: str) -> int:
    """
    How many characters the bytes are in an encoding.
    """
    return len(convert_from(data, encoding))
