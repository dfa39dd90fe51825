"""
Texts that are long in one way or another: none of them takes longer than its length explains.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from pggate.wire import frontend
from tests.session.conftest import error_of, rows_of, succeeded

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server

MOST_SECONDS = 30.0
"""On a machine that does other things too.  Where the time grew with the square it was minutes."""

NUMBERS = range(1, 10_001)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sql", "value"),
    [
        ("select 1 " + "/*" * 8_000 + "*/" * 8_000, "1"),
        ("select length('" + "''" * 1_500_000 + "')", "1500000"),
        ("select length('" + "a" * 20_000_000 + "')", "20000000"),
        ("select octet_length(e'" + "\\'" * 200_000 + "'::bytea)", "200000"),
        ("select 1 in (" + "1,".join(["0,"] * 20_000) + "1)", "t"),
    ],
    ids=lambda text: f"{text[:20]!r} of {len(text)}",
)
def test_texts(session: Client, sql: str, value: str) -> None:
    began = time.monotonic()
    assert session.value(sql) == value
    assert time.monotonic() - began < MOST_SECONDS


@pytest.mark.slow
def test_a_text_of_quotes_is_kept_as_it_is(session: Client) -> None:
    session.run(
        "create table t (a text, b json, c bytea)", "comment on table t is '" + "it''s " * 10_000 + "'"
    )
    crowd = "it''s " * 20_000
    session.run(f"insert into t values ('{crowd}', '[\"{crowd}\"]', '{crowd}')")
    session.run(f"update t set a = a || '{crowd}'")
    value = crowd.replace("''", "'")
    assert session.rows("select a, b ->> 0, octet_length(c) from t") == [(value * 2, value, str(len(value)))]


@pytest.mark.slow
@pytest.mark.parametrize("cast", ["", "::int"])
@pytest.mark.parametrize(
    ("sql", "rows"),
    [
        ("insert into t values {pairs}", []),
        ("insert into t (a) values {singles}", []),
        ("select count(*) from t where a in ({list})", [("0",)]),
        ("select 1 where (1, 1) in ({pairs})", [("1",)]),
    ],
)
def test_ten_thousand_parameters(session: Client, sql: str, rows: list[tuple[str]], cast: str) -> None:
    session.run("create table t (a int, b int)")
    places = [f"${number}{cast}" for number in NUMBERS]
    text = sql.format(
        list=", ".join(places),
        singles=", ".join(f"({place})" for place in places),
        pairs=", ".join(f"({a}, {b})" for a, b in zip(places[::2], places[1::2], strict=True)),
    )
    began = time.monotonic()
    assert rows_of(succeeded(session.extended(text, ["1"] * len(places)))) == rows
    assert time.monotonic() - began < MOST_SECONDS


@pytest.mark.slow
def test_an_analysis_ends_at_the_statement_timeout(session: Client) -> None:
    sql = f"select 1 where 1 in ({', '.join(f'${number}' for number in range(1, 60_001))})"
    session.run("set statement_timeout = 200")
    error = error_of(session.send(frontend.Parse("", sql, ()), frontend.Sync()))
    assert (error.code, error.message) == ("57014", "canceling statement due to statement timeout")
    session.run("set statement_timeout = 0")
    assert session.value("select 1") == "1"


NESTED = "select 1 as a"
for _ in range(1_000):
    NESTED = f"select * from ({NESTED}) x"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sql", "code"),
    [
        (NESTED, "54001"),
        ("select 1" + "::int" * 3_000, "54001"),
        ("select " + "not " * 5_000 + "true", "54001"),
        ("select " + "(" * 20_000 + "1" + ")" * 20_000, "54001"),
        ("select " + "case when true then " * 900 + "1" + " end" * 900, "54001"),
        ("select '" + "{" * 5_000 + "'::int[]", "54000"),
        ("select " + ", ".join(["1"] * 1_665), "54011"),
        ("select " + ", ".join(["1"] * 70_000), "54011"),
    ],
    ids=lambda text: text[:24],
)
def test_more_than_fits(session: Client, sql: str, code: str) -> None:
    assert session.code(sql) == code
    assert error_of(session.extended(sql)).code == code
    assert session.value("select 1") == "1"


def test_as_many_columns_as_postgresql_has(session: Client) -> None:
    ((*row,),) = session.rows("select " + ", ".join(["1"] * 1_664))
    assert row == ["1"] * 1_664
