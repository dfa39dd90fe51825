from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pyarrow as pa
import pytest

from pggate.engine.result import ResultColumn
from pggate.errors import PgError
from pggate.session.cursors.results import carried, check_count, checker, decoded, encoder, expanded, field_of
from pggate.session.settings.settings import Settings
from pggate.session.statement.outcome import Column, column
from pggate.session.statement.portal import Prepared
from pggate.types import table
from pggate.wire.extended_query import Bind


@pytest.mark.parametrize(
    ("codes", "count", "each"),
    [
        ((), 3, (0, 0, 0)),
        ((1,), 3, (1, 1, 1)),
        ((0, 1, 0), 3, (0, 1, 0)),
        ((1,), 0, ()),
        ((7,), 0, ()),  # of nothing
        ((), 0, ()),
    ],
)
def test_format_codes(codes: tuple[int, ...], count: int, each: tuple[int, ...]) -> None:
    assert expanded(codes, count, "result") == each


@pytest.mark.parametrize(
    ("codes", "count", "error"),
    [
        ((0, 1), 3, "08P01: bind message has 2 result formats but query has 3 columns"),
        ((0, 1), 1, "08P01: "),
        ((0, 0), 0, "08P01: "),
        ((0, 2, 3), 3, "22023: unsupported format code: 2"),
        ((-1, 0), 2, "22023: unsupported format code: -1"),
    ],
)
def test_wrong_format_codes(codes: tuple[int, ...], count: int, error: str) -> None:
    with pytest.raises(PgError) as caught:
        expanded(codes, count, "result")
    assert f"{caught.value.code}: {caught.value.message}".startswith(error)


def test_row_description() -> None:
    field = field_of(column("price", "DECIMAL(10,2)"), 1)
    assert (field.name, field.type_oid, field.typlen, field.format) == ("price", 1700, -1, 1)
    assert field.typmod == (10 << 16 | 2) + 4
    assert (field.table_oid, field.column) == (0, 0)


def test_rows_are_written_in_the_time_zone_of_the_session() -> None:
    settings = Settings({})
    settings.set("TimeZone", "Europe/Berlin")
    columns = [column("t", "TIMESTAMP WITH TIME ZONE"), column("n", "INTEGER")]
    encode = encoder(columns, (0, 1), settings)
    settings.set("TimeZone", "UTC")  # the result was opened before
    moments = pa.array([datetime(2026, 7, 1, 12, tzinfo=UTC), None], pa.timestamp("us", "UTC"))
    (block,) = encode(pa.record_batch([moments, pa.array([7, None], pa.int32())], names=["t", "n"]))
    text = b"2026-07-01 14:00:00+02"
    cells = b"\0\2" + len(text).to_bytes(4, "big") + text + b"\0\0\0\4" + b"\0\0\0\7"
    nulls = b"\0\2" + 2 * b"\xff\xff\xff\xff"
    assert block.rows == 2
    assert block.data == b"".join(b"D" + (len(c) + 4).to_bytes(4, "big") + c for c in (cells, nulls))


@pytest.mark.parametrize(
    ("types", "items"),
    [
        (["INTEGER", "VARCHAR"], None),
        (["INTEGER", "INTERVAL"], '"c0", CAST("c1" AS VARCHAR) AS "c1"'),
        (["TIME WITH TIME ZONE[]"], 'CAST("c0" AS VARCHAR[]) AS "c0"'),
    ],
)
def test_what_does_not_survive_arrow_is_carried_as_text(types: list[str], items: str | None) -> None:
    text = carried("select 1", [column("x", one) for one in types])
    names = ", ".join(f'"c{number}"' for number in range(len(types)))
    assert text == ("select 1" if items is None else f"SELECT {items} FROM (select 1) AS result({names})")


@pytest.mark.parametrize(
    ("told", "found", "cast"),
    [
        ("BIGINT", "BIGINT", False),
        ("BIGINT", "INTEGER", True),
        ("VARCHAR", "NULL", False),  # text on the wire, both of them
        ("UTINYINT", "SMALLINT", False),
    ],
)
def test_what_came_out_as_something_else_is_cast(told: str, found: str, cast: bool) -> None:
    text = carried("select 1", [column("x", told)], [ResultColumn("x", found)])
    assert text == (
        f'SELECT CAST("c0" AS {told}) AS "c0" FROM (select 1) AS result("c0")' if cast else "select 1"
    )


def bound(
    types: tuple[int, ...], parameters: tuple[bytes | None, ...], formats: tuple[int, ...] = ()
) -> object:
    prepared, message = Prepared("s", None, "", types), Bind("", "s", formats, parameters)
    check_count(prepared, message)
    return decoded(prepared, message)


@pytest.mark.parametrize(
    ("types", "formats", "parameters", "values"),
    [
        ((), (), (), ()),
        ((20, 25), (), (b"7", b""), (7, "")),
        ((20, 16), (1,), (b"\0\0\0\0\0\0\0\7", b"\1"), (7, True)),
        ((1700, 23), (0, 1), (b"1.50", b"\xff\xff\xff\xff"), (Decimal("1.50"), -1)),
        ((20, 25), (1,), (None, None), (None, None)),
        ((0,), (), (b"x",), ("x",)),
    ],
)
def test_parameters(
    types: tuple[int, ...],
    formats: tuple[int, ...],
    parameters: tuple[bytes | None, ...],
    values: tuple[object, ...],
) -> None:
    assert bound(types, parameters, formats) == values


@pytest.mark.parametrize(
    ("types", "formats", "parameters", "error"),
    [
        ((20,), (), (), '08P01: bind message supplies 0 parameters, but prepared statement "s" requires 1'),
        ((), (), (b"1",), "08P01: bind message supplies 1 parameters"),
        ((20, 20, 20), (0, 1), (b"1",) * 3, "08P01: bind message has 2 parameter formats"),
        ((20,), (2,), (b"1",), "22023: unsupported format code: 2"),
        ((23,), (), (b"x",), '22P02: invalid input syntax for type integer: "x"'),
        ((21,), (), (b"32768",), "22003: "),
        ((25,), (), (b"\xff",), '22021: invalid byte sequence for encoding "UTF8": 0xff'),
        ((25,), (), (b"a\0b",), "22021: "),
        ((25, 16), (1,), (b"", b"ab"), "22P03: incorrect binary data format in bind parameter 2"),
    ],
)
def test_wrong_parameters(
    types: tuple[int, ...], formats: tuple[int, ...], parameters: tuple[bytes | None, ...], error: str
) -> None:
    with pytest.raises(PgError) as caught:
        bound(types, parameters, formats)
    assert f"{caught.value.code}: {caught.value.message}".startswith(error)


@pytest.mark.parametrize(
    ("portal", "formats", "value", "context"),
    [
        ("", (), b"x", "unnamed portal parameter $2 = '...'"),
        ("p", (), b"x", "portal \"p\" parameter $2 = '...'"),
        ("", (1,), b"x", "unnamed portal parameter $2"),
    ],
)
def test_a_wrong_parameter_is_named(
    portal: str, formats: tuple[int, ...], value: bytes, context: str
) -> None:
    """Measured on PostgreSQL 15."""
    bind = Bind(portal, "s", formats, (None, value))
    with pytest.raises(PgError) as raised:
        decoded(Prepared("s", None, "", (23, 23)), bind)
    assert raised.value.context == context


def test_a_column_is_text_unless_it_says_otherwise() -> None:
    assert field_of(Column("a")).type_oid == table.TEXT.oid


def test_what_cannot_be_sent_is_found_before_it_is_written() -> None:
    check = checker([column("a", "INTEGER"), column("b", "INTEGER[][]")])
    check(pa.record_batch({"a": [1], "b": [[[1, 2], [3, 4]]]}))
    with pytest.raises(PgError) as caught:
        check(pa.record_batch({"a": [1], "b": [[[1], [2, 3]]]}))
    assert caught.value.code == "2202E"
