"""
Float text where others print something else (PostgreSQL 15.18's output).
"""

from __future__ import annotations

import math
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.errors import NumericValueOutOfRange, PgError
from pggate.types.floats import float4_text, float8_text, is_hexadecimal, layout, read_float4, read_float8


@pytest.mark.parametrize(
    "text",
    [
        *("0", "-0", "0.1", "100000", "999999999999999", "1e+15", "0.0001", "1e-05", "5e-324"),
        *("1.7976931348623157e+308", "9.999999999999999e+22", "1e+22", "3.0925352787701443e+18"),
        *("6.4295608915343344e+16", "1.9519607151394362e+17", "NaN", "Infinity", "-Infinity"),
    ],
)
def test_float8(text: str) -> None:
    assert float8_text(float(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        *("0", "-0", "0.1", "999999", "1e+06", "1.234567e+06", "0.0001", "1e-05", "1e-45", "3.4028235e+38"),
        *("-6.1077043e+08", "-6.6345448e+07", "1.02913984e+08", "6.6482237e+09", "-4.2335398e+08", "NaN"),
    ],
)
def test_float4(text: str) -> None:
    assert float4_text(struct.unpack("f", struct.pack("f", float(text)))[0]) == text


@pytest.mark.parametrize(
    ("digits", "below", "text"),
    [
        ("1.5e3", 15, "1500"),
        ("15e-1", 15, "1.5"),
        ("0.00015", 15, "0.00015"),
        ("0.000015", 15, "1.5e-05"),
        ("-1e+100", 15, "-1e+100"),
        ("100.0", 2, "1e+02"),
        ("0e7", 15, "0"),
    ],
)
def test_layout(digits: str, below: int, text: str) -> None:
    assert layout(digits, below) == text


@pytest.mark.parametrize("text", ["nan", "-nan", "+nan", " NaN "])
def test_no_number(text: str) -> None:
    assert math.isnan(read_float8(text))
    assert math.isnan(read_float4(text))


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_float8_reads_back(value: float) -> None:
    assert read_float8(float8_text(value)) == value
    assert len(float8_text(value).partition("e")[0].strip("-0.").replace(".", "")) <= 17


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_every_float4_reads_back(value: float) -> None:
    assert read_float4(float4_text(value)) == value


@pytest.mark.parametrize("text", ["1e400", "1e-400", "-1e400"])
def test_float8_out_of_range(text: str) -> None:
    with pytest.raises(PgError, match="is out of range for type double precision") as caught:
        read_float8(text)
    assert caught.value.code == "22003"


@pytest.mark.parametrize("text", ["0e400", "0.0", "inf", " -Infinity "])
def test_what_is_meant_to_be_zero_or_infinite_is(text: str) -> None:
    assert read_float4(text) in (0.0, math.inf, -math.inf)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("16777217", 16777216.0),
        ("16777217.0000000001", 16777218.0),  # as a float8 exactly half way between two float4
        ("-16777217.0000000001", -16777218.0),
        ("16777218.9999999999", 16777218.0),
        ("16777219", 16777220.0),
    ],
)
def test_a_float4_is_rounded_once(text: str, value: float) -> None:
    assert read_float4(text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("0x10", 16.0), (" 0x1.8p3 ", 12.0), ("-0x.8", -0.5), ("0X0", 0.0), ("0x1p-3", 0.125)]
)
def test_hexadecimal(text: str, value: float) -> None:
    assert is_hexadecimal(text)
    assert read_float8(text) == read_float4(text) == value


@pytest.mark.parametrize("text", ["0x1p2000", "0x1p-2000"])
def test_hexadecimal_out_of_range(text: str) -> None:
    with pytest.raises(NumericValueOutOfRange):
        read_float8(text)


@pytest.mark.parametrize("text", ["0x", "0xg", "x10", "0x1p", "16"])
def test_what_is_not_hexadecimal(text: str) -> None:
    assert not is_hexadecimal(text)
