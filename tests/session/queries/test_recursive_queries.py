"""
Recursive queries keep decimals; what PostgreSQL answers is in the transcript `recursive_queries`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.translate.texts.statements import split

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server

QUERY = (
    "with recursive r(n, x) as (select 1, {} union all select n + 1, {} from r where n < 4) select x from r"
)


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        ("1.5", "x * 1.1", "1.5 1.65 1.815 1.9965"),
        ("1.50", "x + 0.25", "1.50 1.75 2.00 2.25"),
        ("2::numeric", "round(x / 3, 4)", "2 0.6667 0.2222 0.0741"),
        ("3.0000000000000000", "x / 2", "3.0000000000000000 1.5000000000000000 0.75000000000000000000 0.37500000000000000000"),
        ("1", "x * 2", "1 2 4 8"),
        ("array[1.50]", "array[1.25] || x", "{1.50} {1.25,1.50} {1.25,1.25,1.50} {1.25,1.25,1.25,1.50}"),
    ],
)  # fmt: skip
def test_decimals(session: Client, first: str, second: str, values: str) -> None:
    assert [value for (value,) in session.rows(QUERY.format(first, second))] == values.split()


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        ("1", "x / 2.0", "integer in non-recursive term but type numeric"),
        ("1::smallint", "x + 1", "smallint in non-recursive term but type integer"),
        ("1.5", "x * 1.5::float8", "numeric in non-recursive term but type double precision"),
        ("array[1]", "x || n::bigint", "integer[] in non-recursive term but type bigint[]"),
    ],
)
def test_other_types(session: Client, first: str, second: str, both: str) -> None:
    error = session.error(QUERY.format(first, second))
    assert error.code == "42804"
    assert error.message == f'recursive query "r" column 2 has type {both} overall'


def test_views_inserts_and_parameters(session: Client) -> None:
    session.run(f"create view v as {QUERY.format('1.5', 'x * 1.1')}", "create table t (x numeric(10,4))")
    assert session.rows("select max(x) from v") == [("1.9965",)]
    session.run(f"insert into t {QUERY.format('1.5', 'x * 1.1')}")
    assert session.rows("select max(x) from t") == [("1.9965",)]
    session.run(f"prepare p(numeric) as {QUERY.format('$1', 'x * 1.1')}")
    assert session.rows("execute p(1.5)")[-1] == ("1.9965",)


def test_what_no_round_can_change_is_computed_once(session: Client) -> None:
    computed = "(select max(v) as x from (values (1, 2), (1, 3)) v(k, v) group by k)"
    query = (
        f"with recursive r(n, x) as (select 1, s.x from {computed} s where s.x > $1 union all"
        f" select r.n + 1, s.x + 0 from {computed} as s, r where r.n < s.x) select * from r"
    )
    (statement,) = split(query)
    assert session.analyse(statement).text.lower().count("group by") == 1
    assert session.rows(query.replace("$1", "2")) == [("1", "3"), ("2", "3"), ("3", "3")]
