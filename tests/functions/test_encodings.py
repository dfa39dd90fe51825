"""
Texts of byte strings and character sets, as PostgreSQL 15 answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import PgError
from pggate.functions import encodings

if TYPE_CHECKING:
    from collections.abc import Callable

FORMS = (
    (b"123\x00\x01", "base64", "MTIzAAE="),
    (b"a" * 60, "base64", "YWFh" * 19 + "\nYWFh"),
    (b"", "base64", ""),
    (b"\x00\xff", "HEX", "00ff"),
    (b"\x00\xffA\\'", "escape", r"\000\377A\\'"),
)
WRONG = (
    ("414", "hex", "22023", "invalid hexadecimal data: odd number of digits"),
    ("4g", "hex", "22023", 'invalid hexadecimal digit: "g"'),
    ("MTIzAA", "base64", "22023", "invalid base64 end sequence"),
    ("M?", "base64", "22023", 'invalid symbol "?" found while decoding base64 sequence'),
    ("M=I=", "base64", "22023", 'unexpected "=" while decoding base64 sequence'),
    (r"\9", "escape", "22P02", "invalid input syntax for type bytea"),
    ("x", "nonsense", "22023", 'unrecognized encoding: "nonsense"'),
)
FAILING: tuple[tuple[Callable[[], object], str], ...] = (
    (lambda: encodings.convert_from(b"\xe4", "UTF8"), "22021"),
    (lambda: encodings.convert_from(b"\0", "UTF8"), "22021"),
    (lambda: encodings.convert_to("€", "LATIN1"), "22P05"),
    (lambda: encodings.convert_to("a", "nonsense"), "22023"),
)


@pytest.mark.parametrize(("data", "form", "text"), FORMS)
def test_forms(data: bytes, form: str, text: str) -> None:
    assert encodings.encode(data, form) == text
    assert encodings.decode(text, form) == data


def test_white_space_is_not_read() -> None:
    assert encodings.decode("41 42\n", "hex") == b"AB"
    assert encodings.decode("MTIz\nAAE=", "base64") == b"123\x00\x01"


@pytest.mark.parametrize(("text", "form", "code", "message"), WRONG)
def test_no_form(text: str, form: str, code: str, message: str) -> None:
    with pytest.raises(PgError) as caught:
        encodings.decode(text, form)
    assert (caught.value.code, caught.value.message) == (code, message)


@pytest.mark.parametrize(("call", "code"), FAILING)
def test_failures(call: Callable[[], object], code: str) -> None:
    with pytest.raises(PgError) as caught:
        call()
    assert caught.value.code == code


def test_encodings() -> None:
    assert encodings.convert_to("ä", "LATIN1") == b"\xe4"
    assert encodings.convert(b"\xe4", "latin1", "utf8") == "ä".encode()
    assert encodings.characters("jösé".encode(), "UTF-8") == 4
