"""
Functions of byte strings, as PostgreSQL 15 answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import PgError
from pggate.functions import binary_strings as binary

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
    (lambda: binary.get_byte(b"ab", 2), "2202E"),
    (lambda: binary.get_bit(b"ab", 16), "2202E"),
    (lambda: binary.set_bit(b"ab", 0, 2), "22023"),
    (lambda: binary.sliced(b"ab", 1, -1), "22011"),
    (lambda: binary.convert_from(b"\xe4", "UTF8"), "22021"),
    (lambda: binary.convert_from(b"\0", "UTF8"), "22021"),
    (lambda: binary.convert_to("€", "LATIN1"), "22P05"),
    (lambda: binary.convert_to("a", "nonsense"), "22023"),
)


@pytest.mark.parametrize(("data", "form", "text"), FORMS)
def test_forms(data: bytes, form: str, text: str) -> None:
    assert binary.encode(data, form) == text
    assert binary.decode(text, form) == data


def test_white_space_is_not_read() -> None:
    assert binary.decode("41 42\n", "hex") == b"AB"
    assert binary.decode("MTIz\nAAE=", "base64") == b"123\x00\x01"


@pytest.mark.parametrize(("text", "form", "code", "message"), WRONG)
def test_no_form(text: str, form: str, code: str, message: str) -> None:
    with pytest.raises(PgError) as caught:
        binary.decode(text, form)
    assert (caught.value.code, caught.value.message) == (code, message)


@pytest.mark.parametrize(("call", "code"), FAILING)
def test_failures(call: Callable[[], object], code: str) -> None:
    with pytest.raises(PgError) as caught:
        call()
    assert caught.value.code == code


def test_bits_and_bytes() -> None:
    data = bytes.fromhex("1234567890")
    assert (binary.get_byte(data, 4), binary.get_bit(data, 30)) == (144, 1)
    assert binary.set_byte(data, 4, 64).hex() == "1234567840"
    assert binary.set_bit(data, 30, 0).hex() == "1234563890"
    assert (binary.bit_count(data), binary.bits(data)) == (15, 40)


def test_places() -> None:
    data = bytes.fromhex("1234567890")
    assert binary.position(data, b"\x56\x78") == 3
    assert binary.sliced(data, 3, 2).hex() == "5678"
    assert binary.sliced(data, -1, 3).hex() == "12"
    assert binary.sliced(data, 4).hex() == "7890"


def test_trimming() -> None:
    data, unwanted = bytes.fromhex("1234567890"), bytes.fromhex("9012")
    assert binary.trimmed(data, unwanted).hex() == "345678"
    assert binary.left_trimmed(data, unwanted).hex() == "34567890"
    assert binary.right_trimmed(data, unwanted).hex() == "12345678"
    assert binary.trimmed(b" a ", b"") == b" a "


def test_encodings() -> None:
    assert binary.convert_to("ä", "LATIN1") == b"\xe4"
    assert binary.convert(b"\xe4", "latin1", "utf8") == "ä".encode()
    assert binary.characters("jösé".encode(), "UTF-8") == 4


def test_hashes() -> None:
    assert binary.sha224(b"abc").hex().startswith("23097d22")
    assert binary.sha384(b"abc").hex().startswith("cb00753f")
    assert binary.sha512(b"abc").hex().startswith("ddaf35a1")
