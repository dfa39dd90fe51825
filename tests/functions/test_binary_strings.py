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

FAILING: tuple[tuple[Callable[[], object], str], ...] = (
    (lambda: binary.get_byte(b"ab", 2), "2202E"),
    (lambda: binary.get_bit(b"ab", 16), "2202E"),
    (lambda: binary.set_bit(b"ab", 0, 2), "22023"),
    (lambda: binary.sliced(b"ab", 1, -1), "22011"),
)


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


def test_hashes() -> None:
    assert binary.sha224(b"abc").hex().startswith("23097d22")
    assert binary.sha384(b"abc").hex().startswith("cb00753f")
    assert binary.sha512(b"abc").hex().startswith("ddaf35a1")


@pytest.mark.parametrize(
    ("pattern", "found"),
    [(b"a%", True), (b"a_c", True), (b"a", False), (rb"a\_c", False), (b"%\xff%", True), (b"", False)],
)
def test_like(pattern: bytes, found: bool) -> None:
    assert binary.like(b"a\xffc", pattern) is found
    assert binary.not_like(b"a\xffc", pattern) is not found


def test_another_escape_and_none() -> None:
    assert binary.like(b"a%", b"a!%", "!")
    assert binary.like(b"a\\", b"a\\", "")
    with pytest.raises(PgError) as caught:
        binary.like(b"a", b"a\\")
    assert caught.value.code == "22025"
