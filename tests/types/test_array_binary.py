"""
Arrays in binary format: shapes and headers (the values are in test_binary).
"""

from __future__ import annotations

from typing import Any

import pytest

from pggate.errors import PgError
from pggate.types import array_binary, binary, table

HEADER = "00000001 00000000 00000017"


@pytest.mark.parametrize(
    ("value", "data"),
    [
        ([], "00000000 00000000 00000017"),
        ([[], []], "00000000 00000000 00000017"),
        ([7], f"{HEADER} 00000001 00000001 00000004 00000007"),
        ([None], "00000001 00000001 00000017 00000001 00000001 ffffffff"),
        (
            [[1, 2, 3]],
            (
                "00000002 00000000 00000017 00000001 00000001 00000003 00000001"
                "00000004 00000001 00000004 00000002 00000004 00000003"
            ),
        ),
    ],
)
def test_write(value: list[Any], data: str) -> None:
    written = array_binary.write(table.INT4, value, binary.encode)
    assert written == bytes.fromhex(data)
    assert array_binary.read(table.INT4, written, binary.decode) == ([] if value == [[], []] else value)


@pytest.mark.parametrize(
    ("data", "sqlstate"),
    [
        ("00", "08P01"),
        (f"{HEADER} 00000001 00000001", "08P01"),
        (f"{HEADER} 00000001 00000001 00000004 00000007 00", "22P03"),
        (f"{HEADER} 00000001 00000001 00000005 00000007", "22P03"),
        ("00000001 00000002 00000017 00000001 00000001 ffffffff", "22P03"),
        ("00000001 00000000 00000019 00000001 00000001 ffffffff", "42804"),
        (f"{HEADER} 00000001 00000000 00000004 00000007", "0A000"),
        ("00000007 00000000 00000017", "54000"),
        (f"{HEADER} 7fffffff 00000001", "54000"),
        ("00000002 00000000 00000017 00010000 00000001 00010000 00000001", "54000"),
    ],
)
def test_read_refuses(data: str, sqlstate: str) -> None:
    with pytest.raises(PgError) as caught:
        array_binary.read(table.INT4, bytes.fromhex(data), binary.decode)
    assert caught.value.code == sqlstate


def test_elements_of_jsonb_are_json() -> None:
    data = bytes.fromhex("00000001 00000000 00000eda 00000001 00000001 00000003") + b"\x01[]"
    assert array_binary.read(table.JSON, data, binary.decode) == ["[]"]


@pytest.mark.parametrize("kind", [table.VARCHAR, table.BPCHAR, table.NAME])
def test_the_kinds_of_text_are_taken_for_text(kind: table.PgType) -> None:
    """A varchar[] is kept as a text[], and its client sends what it was told that it is."""
    sent = binary.encode(table.array_of(kind), ["a", None])
    assert binary.decode(table.array_of(table.TEXT), sent) == ["a", None]
