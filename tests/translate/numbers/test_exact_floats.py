"""
Casts of numerics to floats.
"""

from __future__ import annotations

from typing import Any

import pytest

from pggate.translate.numbers import exact_floats
from pggate.translate.trees.number_types import decimal, plain
from tests.translate import duck
from tests.translate.retyped import edited

PLACE = '"~pg"."~mirror"'


@pytest.mark.parametrize(
    ("pg", "expected"),
    [
        ("a::decimal(30,15)::double", f"{PLACE}.double_of_numeric(CAST(a AS DECIMAL(30,15)))"),
        ("a::decimal(16,2)::real", f"{PLACE}.real_of_numeric(CAST(a AS DECIMAL(16,2)))"),
        ("a::decimal(15,2)::double", None),
        ("a::bigint::double", None),
        ("try_cast(a::decimal(30,15) as double)", None),
    ],
)
def test_casts(pg: str, expected: str | None) -> None:
    found = edited(f"select {pg} as x from t")
    assert found == (None if expected is None else f"SELECT {expected} AS x FROM t")


@pytest.mark.parametrize(
    ("of_type", "to", "asks"),
    [
        (decimal(38, 21), "DOUBLE", True),
        (decimal(38, 21), "FLOAT", True),
        (decimal(16, 0), "DOUBLE", True),
        (decimal(15, 0), "DOUBLE", False),
        (decimal(38, 21), "INTEGER", False),
        (plain("HUGEINT"), "DOUBLE", False),
    ],
)
def test_asks_cast(of_type: Any, to: str, asks: bool) -> None:
    assert exact_floats.asks_cast({"child": {"return_type": of_type}, "return_type": plain(to)}) is asks


@pytest.mark.parametrize(
    ("query", "written"),
    [
        ("SELECT (a + 1) AS x, (b + 1) FROM t", "SELECT CAST((a + 1) AS DOUBLE) AS x, (b + 1) FROM t"),
        ("SELECT b FROM t", "SELECT CAST(b AS DOUBLE) FROM t"),
        ("SELECT (a + 1), '1' FROM t", "SELECT CAST((a + 1) AS DOUBLE), '1' FROM t"),
        (
            "VALUES ((1 + 2), 1), (b, 2)",
            "SELECT * FROM (VALUES (CAST((1 + 2) AS DOUBLE), 1), (b, 2)) AS valueslist",
        ),
        (
            "SELECT (a + 1) AS x FROM t GROUP BY (a + 1)",
            "SELECT CAST((a + 1) AS DOUBLE) AS x FROM t GROUP BY (a + 1)",
        ),
        *(
            (same, same)
            for same in (
                "SELECT 1.5 FROM t",
                "SELECT * FROM t",
                "SELECT DISTINCT (a + 1) FROM t",
                "SELECT (a + 1) AS x FROM t GROUP BY x",
                "SELECT (a + 1) FROM t GROUP BY 1",
                "(SELECT a FROM t) UNION (SELECT b FROM t)",
            )
        ),
    ],
)
def test_what_is_written(query: str, written: str) -> None:
    tree = duck.tree(query)
    exact_floats.assign(tree, ["DOUBLE", "INTEGER"])
    assert duck.text(tree) == written


def test_of_no_floats_nothing_is_cast() -> None:
    tree = duck.tree("SELECT (a + 1) FROM t")
    exact_floats.assign(tree, ["BIGINT", None])
    assert duck.text(tree) == "SELECT (a + 1) FROM t"
