"""
What PostgreSQL 15 says to bytes that are no text (values from a running server).
"""

from __future__ import annotations

import pytest

from pggate.errors import CharacterNotInRepertoire
from pggate.types.utf8 import characters, refuse_nul


def test_text() -> None:
    assert characters("é€𝄞".encode()) == "é€𝄞"


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        (b"a\xff", "0xff"),
        (b"\xc3\n", "0xc3 0x0a"),
        (b"\xe2\x82", "0xe2 0x82"),
        (b"\xf0\x28\x8c\x28x", "0xf0 0x28 0x8c 0x28"),
        (b"\xed\xa0\x80", "0xed 0xa0 0x80"),
        (b"\x80", "0x80"),
        (b"a\0", "0x00"),
        (b"a\0\xff", "0x00"),
    ],
)
def test_refusals(data: bytes, shown: str) -> None:
    with pytest.raises(CharacterNotInRepertoire) as caught:
        characters(data)
    assert caught.value.message == f'invalid byte sequence for encoding "UTF8": {shown}'


def test_nul_in_a_list() -> None:
    refuse_nul([1, ["a"]])
    with pytest.raises(CharacterNotInRepertoire):
        refuse_nul([1, ["a\0"]])
