"""
Loads: what they write is what their rows say, and what is wrong in one of them is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.translate.texts.statements import split

if TYPE_CHECKING:
    from tests.session.conftest import Client

ROWS = 300


@pytest.fixture
def client(session: Client) -> Client:
    session.run("create table t (a int, b text, c numeric(10, 2), d date, e boolean default true)")
    return session


def row(number: int) -> str:
    name = "null" if number % 3 == 0 else f"'name {number}, it''s (''{number}'')'"
    return f"({number}, {name}, {number}.25, '2024-01-{1 + number % 28:02}', {'default' if number % 2 else 'false'})"


def load(*others: str) -> str:
    return "insert into t values " + ",\n".join([*map(row, range(ROWS)), *others])


def test_what_is_written(client: Client) -> None:
    assert client.tag(load()) == f"INSERT 0 {ROWS}"
    assert client.rows("select count(*), count(b), sum(a), sum(c), count(*) filter (e), max(d) from t") == [
        ("300", "200", "44850", "44925.00", "150", "2024-01-28"),
    ]  # fmt: skip
    assert client.rows("select b from t where a = 7") == [("name 7, it's ('7')",)]


def test_a_few_rows_are_analysed(client: Client) -> None:
    (statement,) = split(load())
    analysed = client.analyse(statement, describe=False)
    assert analysed.text == load()
    assert analysed.statement is statement
    assert analysed.steps is None


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ("(1, 'x', 1, 'no date', true)", "22007"),
        ("(1, 'x', 1, '2024-01-01', 5)", "42804"),
        ("(1, 'x', true, '2024-01-01', true)", "42804"),
        ("(3000000000, 'x', 1, '2024-01-01', true)", "22003"),
        ("(1, 'x')", "42601"),
        ("(1, nope, 1, null, true)", "42703"),
    ],
)
def test_a_row_that_is_wrong(client: Client, other: str, code: str) -> None:
    assert client.code(load(other)) == code
    assert client.value("select count(*) from t") == "0"


def test_literals_that_the_engine_reads_otherwise(client: Client) -> None:
    client.run(load("(-1, 'yes', 0, '1/8/1999', 'yes')", "(-2, '{1,2}', 0, 'January 8, 1999', 'off')"))
    assert client.rows("select b, d, e from t where a < 0 order by a") == [
        ("{1,2}", "1999-01-08", "f"), ("yes", "1999-01-08", "t"),
    ]  # fmt: skip


def test_some_columns(client: Client) -> None:
    client.run("insert into t (b, a) values " + ", ".join(f"('text {n}', {n})" for n in range(200)))
    assert client.rows("select count(*), sum(a), min(b), bool_and(e) from t") == [
        ("200", "19900", "text 0", "t")
    ]


def test_fewer_values_than_columns(client: Client) -> None:
    client.run("insert into t values " + ", ".join(f"({n}, 'text {n}')" for n in range(200)))
    assert client.rows("select count(*), sum(a), bool_and(e) from t") == [("200", "19900", "t")]


def test_a_temporary_table(client: Client) -> None:
    client.run("create temp table own (a int, b text)")
    client.run("insert into own values " + ", ".join(f"({n}, 'text {n}')" for n in range(200)))
    assert client.value("select sum(a) from own") == "19900"
