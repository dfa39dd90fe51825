"""
Texts as numbers by the emulation's macros: each is what PostgreSQL's reader makes of it, or refused as there.
"""

from __future__ import annotations

import math
import re
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TYPE_CHECKING, Any, Final

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pggate.catalog import emulation
from pggate.errors import PgError
from pggate.functions.number_casts import as_read
from pggate.types import table, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pggate.types.table import PgType
    from tests.catalog.conftest import World

PLACE: Final = '"~pg"."~mirror"'
WHOLE: Final = {"smallint": table.INT2, "integer": table.INT4, "bigint": table.INT8}
INEXACT: Final = {"real": table.FLOAT4, "double": table.FLOAT8, "numeric": table.NUMERIC}
READ: Final = re.compile(r"\w+_of_(?:item|any|column|text)|number_as_read|has_all_digits")

# Of the rows but the first most texts are no integers.
WORDS: Final = (
    *("0", "7", "12", "100", "12000", "-5", "+5", "007", " 12 ", "\t\n\v\f\r12\r", "-0", "32767", "2147483647"),
    *("1.5", "0.5", ".5", "5.", "1e3", "12e2", "12E2", "1e02", "1.5e1", "1e-3", "0e5", "0x1F", "0x7FFFFFFF", "0b11"),
    *("1_000", "1_0.5", "1__0", "--5", "+-5", "-+5", "- 5", "- ", "+ ", "", " ", "5 5", "x", "e", "e5", "5e", "."),
    *("inf", "-Infinity", "nan", "infinit", "1e400", "1e-400", "1e39", "1e-46", "5e-324", "3.4028236e38"),
    *("9223372036854775807", "9223372036854775808", "-9223372036854775808", "4294967295", "4294967296", "٣", "1.5.5"),
    *("12345e-3", "5e-40", "999.995", "-1.005", "123456789.123456789", "1234567890.5", "99999999999x"),
)  # fmt: skip
DRAWN: Final = st.one_of(
    st.text("0123456789.eE_+-xXbB \t", max_size=12),
    st.integers(-(10**20), 10**20).map(str),
    st.floats().map(repr),
    st.from_regex(r"[1-9]\d{0,4}[eE]\d{1,2}|0[xX][0-9a-fA-F]{1,16}", fullmatch=True),
)


@pytest.fixture(scope="module")
def reading() -> Iterator[duckdb.DuckDBPyConnection]:
    """The macros that read texts, alone; what they refuse is NULL, which takes less time than an error."""
    with duckdb.connect() as connection:
        connection.create_function(
            "~number_as_read", read, ["VARCHAR"] * 2, "VARCHAR", null_handling="special"
        )
        connection.execute("attach ':memory:' as \"~pg\"")
        connection.execute(f"create schema {PLACE}")
        for statement in emulation.statements(["character_functions", "number_functions"]):
            if f"create macro {PLACE}." in statement and READ.search(statement):
                connection.execute(statement)
        yield connection


def read(type_name: str, written: str) -> str | None:
    try:
        return as_read(type_name, written)
    except PgError:
        return None


def assert_same(connection: duckdb.DuckDBPyConnection, written: Sequence[str]) -> None:
    for name, type_ in (WHOLE | INEXACT).items():
        expected = [wanted(type_, one) for one in written]
        for of in ("column", "item", "text") if name in WHOLE else ("item", "text"):
            assert values(connection, f"{PLACE}.{name}_of_{of}(w)", written) == expected
    oids = [wanted(table.OID, one) for one in written]
    assert values(connection, f"{PLACE}.oid_of_text(w)", written) == oids
    for of in ("item", "text"):
        cast = f"try_cast({PLACE}.digits_of_{of}(w) as decimal(6, 2))"
        assert values(connection, cast, written) == [wanted(table.NUMERIC, one, (6, 2)) for one in written]


def values(connection: duckdb.DuckDBPyConnection, expression: str, written: Sequence[str]) -> list[Any]:
    query = f"select {expression} from (select unnest($1::varchar[]) as w)"
    return [comparable(value) for (value,) in connection.execute(query, [list(written)]).fetchall()]


def wanted(type_: PgType, written: str, of: tuple[int, int] = (38, 11)) -> Any:
    """PostgreSQL's value; None of what it refuses, and of what no DECIMAL has."""
    try:
        value = text.decode(type_, written)
    except PgError:
        return None
    return as_decimal(value, *of) if type_ is table.NUMERIC else comparable(value)


def as_decimal(value: Decimal, width: int, scale: int) -> Decimal | None:
    if not value.is_finite() or (value and value.adjusted() >= width - scale):
        return None
    rounded = value.quantize(Decimal(1).scaleb(-scale), context=Context(50, ROUND_HALF_UP))
    return rounded if abs(rounded) < Decimal(10) ** (width - scale) else None


def comparable(value: Any) -> Any:
    return "NaN" if isinstance(value, float) and math.isnan(value) else value


def as_it_is(written: str) -> bool:
    """Does a DECIMAL(38, 11) hold it, or PostgreSQL refuse it? The engine's error is no NULL."""
    try:
        value = text.decode(table.NUMERIC, written)
    except PgError:
        return True
    return as_decimal(value, 38, 11) is not None


def test_words(reading: duckdb.DuckDBPyConnection) -> None:
    assert_same(reading, [word for word in WORDS if as_it_is(word)])


@given(st.lists(DRAWN.filter(as_it_is), max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=20)
def test_any_text(reading: duckdb.DuckDBPyConnection, written: list[str]) -> None:
    assert_same(reading, written)


def given_by(world: World, expression: str) -> Any:
    """The value, or the SQLSTATE."""
    try:
        ((value,),) = world.cursor.rows(f"select {expression}")
    except PgError as error:
        return error.code
    return value


@pytest.mark.parametrize(
    ("call", "value"),
    [
        ("integer_of_column('1.5')", "22P02"),
        ("integer_of_text('99999999999')", "22003"),
        ("oid_of_text('4294967296')", "22003"),
        ("double_of_item('1e400')", "22003"),
        ("numeric_of_text('x')", "22P02"),
        ("numeric_of_item('1e30')", "22003"),
        ("digits_of_item('NaN')::decimal(6, 2)", "22P02"),
        ("digits_of_text('99999.5')::decimal(6, 2)", "22003"),
        ("digits_of_text('1.5.5')::decimal(6, 2)", "22P02"),
        ("integer_of_text(null::varchar)", None),
        ("digits_of_item(null::varchar)", None),
    ],
)
def test_errors_and_nulls(shared: World, call: str, value: object) -> None:
    assert given_by(shared, f"{PLACE}.{call}") == value


@pytest.mark.parametrize(
    ("call", "value"),
    [
        ("int2(' 7 ')", 7),
        ("int4('12'::text)", 12),
        ("int4('1.5')", "22P02"),
        ("int8(5)", 5),
        ("float4('1.5')", 1.5),
        ("float8(2)", 2.0),
        ("bool('off')", False),
        ("bool(1)", True),
    ],
)
def test_functions_that_are_called_like_types(shared: World, call: str, value: object) -> None:
    assert given_by(shared, f'"~pg"."~catalog".{call}') == value


def test_what_is_computed_is_computed_once(reading: duckdb.DuckDBPyConnection) -> None:
    reading.execute("create sequence drawn")
    reading.execute(f"select {PLACE}.bigint_of_text(nextval('drawn')::varchar) from range(9)")
    assert reading.fetchall() == [(number,) for number in range(1, 10)]
    assert reading.execute("select nextval('drawn')").fetchall() == [(10,)]
