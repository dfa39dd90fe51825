"""
PostgreSQL's jsonb: documents as values, and their one text (PostgreSQL 15, 8.14, jsonb_out).

A value is a dict, a list, a str, a Number, True, False or None.  Keys stand in the order of their length in
bytes, then of their bytes, and each once; one space stands behind a comma and a colon; numbers are numerics.
In the engine a jsonb is a JSON of this text, so that equal documents have equal texts.
"""

from __future__ import annotations

import json
from decimal import Decimal
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pggate.errors import PgError, ProgramLimitExceeded
from pggate.types.json_input import read_json
from pggate.types.numerics import numeric_text

if TYPE_CHECKING:
    from typing import NoReturn

Document: TypeAlias = Any


class Number(str):
    """A numeric as it is written: not rounded.  Two are equal by what they are worth."""

    __slots__ = ()

    @property
    def value(self) -> Decimal:
        """What it is worth."""
        return Decimal(self)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Number) and self.value == other.value

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.value)


def _number(text: str) -> Number:
    # The common ones, which numeric writes alike, are not computed.
    plain = text if text.isdecimal() else numeric_text(Decimal(text))
    return Number(plain)


_decode: Final = json.JSONDecoder(parse_float=_number, parse_int=_number).decode


def read(text: str) -> Document:
    """
    The document of a text of JSON.

    Raises:
        InvalidTextRepresentation: 22P02, it is none.
        ProgramLimitExceeded: 54001, nested too deeply.
        PgError: 22P05, a string with NUL in it.

    """
    read_json(text)
    if "\\u0000" in text:
        refuse_nul(json.loads(text))
    return _decode(text)


def known(text: str) -> Document:
    """
    The document of a text that is one already: what the engine gives as a JSON.
    """
    return _decode(text)


def write(document: Document) -> str:
    """
    A document's one text.
    """
    try:
        return _text(document)
    except RecursionError:
        raise ProgramLimitExceeded("stack depth limit exceeded", sqlstate="54001") from None


def normal(text: str) -> str:
    """
    The text of jsonb for a text of JSON; raises what `read` does.

    Python's own reader and writer do it, twice as fast, where nothing is a fraction or has an exponent, and
    no character is written by its number.
    """
    if "\\u" not in text:
        try:
            return _encode_plain(_decode_plain(text))
        except (_BeyondPythonError, ValueError, RecursionError):
            pass  # the long way knows it, or says what is wrong
    return write(read(text))


class _BeyondPythonError(Exception):
    """A number that Python would round."""


def _beyond(_: str) -> NoReturn:
    raise _BeyondPythonError


def _in_order(pairs: list[tuple[str, Document]]) -> dict[str, Document]:
    return dict(sorted(pairs, key=_by_key)) if len(pairs) > 1 else dict(pairs)


def _by_key(pair: tuple[str, Document]) -> tuple[int, bytes]:
    return _order(pair[0])


_decode_plain: Final = json.JSONDecoder(
    object_pairs_hook=_in_order, parse_float=_beyond, parse_constant=_beyond
).decode
_encode_plain: Final = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": ")).encode


def _text(document: Document) -> str:
    if isinstance(document, Number):
        return str(document)
    if isinstance(document, str):
        return encode_basestring(document)
    if isinstance(document, dict):
        keys = sorted(document, key=_order)
        return "{" + ", ".join(f"{encode_basestring(key)}: {_text(document[key])}" for key in keys) + "}"
    if isinstance(document, list):
        return "[" + ", ".join(map(_text, document)) + "]"
    return _CONSTANTS[document]


_CONSTANTS: Final = {None: "null", True: "true", False: "false"}


def short(document: Document) -> str:
    """
    A document as json_strip_nulls writes it: without spaces, its keys as they came.
    """
    if isinstance(document, dict):
        pairs = (f"{encode_basestring(key)}:{short(value)}" for key, value in document.items())
        return "{" + ",".join(pairs) + "}"
    return "[" + ",".join(map(short, document)) + "]" if isinstance(document, list) else _text(document)


def _order(key: str) -> tuple[int, bytes]:
    raw = key.encode()
    return len(raw), raw


def pretty(document: Document, indent: str = "\n") -> str:
    """
    jsonb_pretty: four spaces for each level.
    """
    inner = indent + "    "
    if isinstance(document, dict):
        pairs = (
            f"{inner}{encode_basestring(key)}: {pretty(document[key], inner)}"
            for key in sorted(document, key=_order)
        )
        return "{" + ",".join(pairs) + indent + "}"
    if isinstance(document, list):
        return "[" + ",".join(inner + pretty(item, inner) for item in document) + indent + "]"
    return _text(document)


def refuse_nul(document: Any) -> None:
    """
    Raises:
        PgError: 22P05, there is a string with NUL in a document, as Python reads it.

    """
    if isinstance(document, dict):
        for key, value in document.items():
            refuse_nul(key)
            refuse_nul(value)
    elif isinstance(document, list):
        for item in document:
            refuse_nul(item)
    elif isinstance(document, str) and "\0" in document:
        _refuse()


def _refuse() -> NoReturn:
    raise PgError(
        "unsupported Unicode escape sequence",
        sqlstate="22P05",
        detail="\\u0000 cannot be converted to text.",
    )
