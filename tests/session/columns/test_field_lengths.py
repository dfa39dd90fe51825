"""
Texts in values of composite types: what is too long, and what is kept.
"""

from __future__ import annotations

import duckdb
import pytest

from pggate.session.columns.field_lengths import Lengths
from pggate.types import table
from pggate.types.table import PgField, PgType, array_of

INNER = PgType(
    "n", 70, 71, -1, "n", "STRUCT(a VARCHAR, b VARCHAR, c INTEGER)",
    fields=(PgField("a", table.VARCHAR, 7), PgField("b", table.BPCHAR, 6), PgField("c", table.INT4)),
)  # fmt: skip
OUTER = PgType(
    "o", 72, 73, -1, "o", "STRUCT(n STRUCT(a VARCHAR, b VARCHAR, c INTEGER)[], k VARCHAR)",
    fields=(PgField("n", array_of(INNER)), PgField("k", table.TEXT)),
)  # fmt: skip


def value(sql: str) -> object:
    (row,) = duckdb.sql(f"SELECT {sql}").fetchall()
    return row[0]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("row('abc', 'x', 1)", None),
        ("row('abc   ', 'x    ', 1)", None),
        ("row(NULL, NULL, NULL)", None),
        ("NULL", None),
        ("row('abcd', 'x', 1)", "value too long for type character varying(3)"),
        ("row('abc', 'xyz', 1)", "value too long for type character(2)"),
    ],
)
def test_lengths(row: str, fault: str | None) -> None:
    lengths = Lengths.of(INNER)
    assert lengths is not None
    typed = f"CAST({row} AS {INNER.duckdb})"
    assert value(lengths.wrong(typed)) is (fault is not None)
    assert value(lengths.fault(typed)) == fault
    nested = Lengths.of(OUTER)
    assert nested is not None
    within = f"CAST(row([{row}], 'long text') AS {OUTER.duckdb})"
    assert value(nested.wrong(within)) is (fault is not None)
    assert value(nested.fault(within)) == fault


def test_kept() -> None:
    nested = Lengths.of(OUTER)
    assert nested is not None
    given = f"CAST(row([row('abc  ', 'x ', 1), NULL], 't ') AS {OUTER.duckdb})"
    assert value(nested.kept(given)) == {"n": [{"a": "abc", "b": "x", "c": 1}, None], "k": "t "}
    assert value(nested.kept(f"NULL::{OUTER.duckdb}")) is None


def test_types_without_any() -> None:
    assert Lengths.of(None) is None
    assert Lengths.of(table.VARCHAR) is None
    assert Lengths.of(PgType("p", 1, 2, -1, "p", "", fields=(PgField("a", table.TEXT),))) is None
