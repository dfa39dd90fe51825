"""
Bit strings in text and in binary, as PostgreSQL 15 gave them.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.errors import InvalidBinaryRepresentation, InvalidTextRepresentation
from pggate.types.bit_strings import bits_binary, read_bits, read_bits_binary

VALUES = (
    # text, what it is, in binary (varbit_send)
    ("101", "101", "00000003a0"),
    ("B0", "0", "0000000100"),
    ("x1F", "00011111", "000000081f"),
    ("", "", "00000000"),
    ("000000001", "000000001", "000000090080"),
)


@pytest.mark.parametrize(("text", "value", "binary"), VALUES)
def test_values(text: str, value: str, binary: str) -> None:
    assert read_bits(text) == value
    assert bits_binary(value).hex() == binary
    assert read_bits_binary(bytes.fromhex(binary)) == value


@pytest.mark.parametrize(
    ("text", "message"),
    [("102", '"2" is not a valid binary digit'), ("xg", '"g" is not a valid hexadecimal digit')],
)
def test_no_bits(text: str, message: str) -> None:
    with pytest.raises(InvalidTextRepresentation, match=message):
        read_bits(text)


@pytest.mark.parametrize("data", ["", "0000", "00000009ff", "00000001ffff", "ffffffff"])
def test_no_binary(data: str) -> None:
    with pytest.raises(InvalidBinaryRepresentation):
        read_bits_binary(bytes.fromhex(data))


@given(st.text("01", max_size=70))
def test_round_trip(value: str) -> None:
    assert read_bits_binary(bits_binary(value)) == value
