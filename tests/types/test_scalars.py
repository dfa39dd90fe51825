"""
DuckDB types that Arrow has no word for, and what is not known.
"""

from __future__ import annotations

from functools import cache
from zoneinfo import ZoneInfo

import duckdb
import pyarrow as pa
import pytest

from pggate.types import scalars, table
from pggate.types.duck import column_type
from pggate.types.ducktype import parse

ZONE = ZoneInfo("UTC")


@cache
def engine() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("'1'::bit", "1"),
        ("'10101010101'::bit", "10101010101"),
        ("'00000000'::bit", "00000000"),
        ("0::bignum", "0"),
        ("'-256'::bignum", "-256"),
        (
            "'123456789012345678901234567890123456789012'::bignum",
            "123456789012345678901234567890123456789012",
        ),
        ("'340282366920938463463374607431768211455'::uhugeint", "340282366920938463463374607431768211455"),
        ("1::uhugeint", "1"),
        ("'-170141183460469231731687303715884105728'::hugeint", "-170141183460469231731687303715884105728"),
        ("18446744073709551615::ubigint", "18446744073709551615"),
    ],
)
def test_what_arrow_has_no_word_for(expression: str, text: str) -> None:
    batch = (
        engine().execute(f"select x from (values ({expression}), (null)) t(x)").to_arrow_reader().read_all()
    )
    duckdb_type = str(engine().sql(f"select {expression}").types[0])
    type_ = column_type(duckdb_type).type
    cells = scalars.cells(type_, parse(duckdb_type), batch.column(0), 0, ZONE)
    assert cells.to_pylist() == [text.encode(), None]


@pytest.mark.parametrize(
    ("array", "text"),
    [
        (pa.array([1, None]), "1"),
        (pa.array([True, None]), "t"),
        (pa.array([1.5, None]), "1.5"),
        (pa.array([0, None]).view(pa.timestamp("us", "UTC")), "1970-01-01 00:00:00+00"),
        (pa.array([b"a", None]), "\\x61"),
    ],
)
def test_an_unknown_type_is_the_text_of_what_arrow_says(array: pa.Array, text: str) -> None:
    for format_ in (0, 1):
        cells = scalars.cells(table.TEXT, parse("somebodys_type"), array, format_, ZONE)
        assert cells.to_pylist() == [text.encode(), None]


def test_a_column_may_be_shown_as_oid() -> None:
    cells = scalars.cells(table.OID, parse("BIGINT"), pa.array([4_294_967_295]), 1, ZONE)
    assert cells.to_pylist() == [b"\xff\xff\xff\xff"]
