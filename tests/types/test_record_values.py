"""
Rows from clients; every answer is PostgreSQL 15's.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from pggate.errors import PgError
from pggate.types import table
from pggate.types.params import decode_as
from pggate.types.record_values import split
from pggate.types.table import PgField, PgType, array_of

ADDR = PgType("addr", 70, 71, -1, "addr", "", fields=(PgField("a", table.INT4), PgField("b", table.TEXT)))
ONE = PgType("one", 72, 73, -1, "one", "", fields=(PgField("a", table.INT4),))
DEEP = PgType(
    "deep",
    74,
    75,
    -1,
    "deep",
    "",
    fields=(PgField("x", ADDR), PgField("y", array_of(table.NUMERIC)), PgField("z", table.DATE)),
)


@pytest.mark.parametrize(
    ("type_", "text", "value"),
    [
        (ADDR, "(1,x)", {"a": 1, "b": "x"}),
        (ADDR, "(,)", {"a": None, "b": None}),
        (ADDR, '(1,"")', {"a": 1, "b": ""}),
        (ADDR, " ( 1 , x ) ", {"a": 1, "b": " x "}),
        (ADDR, r'(1,"a\"b""c\\d")', {"a": 1, "b": 'a"b"c\\d'}),
        (ADDR, '(1,a"b c"d)', {"a": 1, "b": "ab cd"}),
        (ONE, "()", {"a": None}),
        (array_of(ADDR), r'{"(1,x)",NULL,"(2,\"y z\")"}', [{"a": 1, "b": "x"}, None, {"a": 2, "b": "y z"}]),
        (
            DEEP,
            '("(1,""x y"")","{1.5,NULL}",2024-02-03)',
            {"x": {"a": 1, "b": "x y"}, "y": [Decimal("1.5"), None], "z": date(2024, 2, 3)},
        ),
    ],
)
def test_text(type_: PgType, text: str, value: object) -> None:
    assert decode_as(type_, 0, text.encode()) == value


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("(1)", "Too few columns."),
        ("()", "Too few columns."),
        ("(1,2,3)", "Too many columns."),
        ("1,2)", "Missing left parenthesis."),
        ("(1,2", "Unexpected end of input."),
        ('(1,"a', "Unexpected end of input."),
        ("(1,a\\", "Unexpected end of input."),
        ("(1,2)x", "Junk after right parenthesis."),
    ],
)
def test_what_is_no_row(text: str, detail: str) -> None:
    with pytest.raises(PgError) as raised:
        decode_as(ADDR, 0, text.encode())
    assert raised.value.sqlstate == "22P02"
    assert (raised.value.message, raised.value.detail) == (f'malformed record literal: "{text}"', detail)


def test_a_field_that_is_no_value() -> None:
    with pytest.raises(PgError, match='invalid input syntax for type integer: "x"'):
        decode_as(ADDR, 0, b"(x,a)")


def test_the_texts_alone() -> None:
    assert split('(a,,"b,c")') == ["a", None, "b,c"]


ROW = bytes.fromhex("00000002 00000017 00000004 00000007 00000019 ffffffff")


def test_binary() -> None:
    assert decode_as(ADDR, 1, ROW) == {"a": 7, "b": None}


@pytest.mark.parametrize(
    ("data", "sqlstate"),
    [
        (b"", "08P01"),
        (ROW[:7], "08P01"),
        (ROW[:14], "22P03"),
        (ROW + b"x", "22P03"),
        (b"\0\0\0\1" + ROW[4:], "42804"),
        (ROW[:7] + b"\x15" + ROW[8:], "42804"),
    ],
)
def test_binary_that_is_none(data: bytes, sqlstate: str) -> None:
    with pytest.raises(PgError) as raised:
        decode_as(ADDR, 1, data)
    assert raised.value.sqlstate == sqlstate


def test_no_nul() -> None:
    with pytest.raises(PgError, match="0x00"):
        decode_as(ADDR, 1, bytes.fromhex("00000002 00000017 ffffffff 00000019 00000001 00"))


FITTED = PgType(
    "fitted", 76, 77, -1, "fitted", "",
    fields=(PgField("a", table.VARCHAR, 7), PgField("b", table.BPCHAR, 6), PgField("c", table.TEXT)),
)  # fmt: skip


def test_lengths() -> None:
    assert decode_as(FITTED, 0, b"(abc,xy,long)") == {"a": "abc", "b": "xy", "c": "long"}
    assert decode_as(FITTED, 0, b'("abc  ","xy  ",)') == {"a": "abc", "b": "xy", "c": None}
    sent = b"\0\0\0\3" + b"".join(
        (oid).to_bytes(4) + len(text).to_bytes(4) + text
        for oid, text in ((1043, b"abcd"), (1042, b"x"), (25, b""))
    )
    for format_, data in ((0, b"(abcd,x,)"), (1, sent)):
        with pytest.raises(PgError, match=r"too long for type character varying\(3\)") as raised:
            decode_as(FITTED, format_, data)
        assert raised.value.code == "22001"
