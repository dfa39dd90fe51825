"""
Values of one type for columns of another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.conftest import error_of

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server

REFUSED = (
    ("insert into t(h) values (1)", "h", "boolean", "integer", 26),
    ("insert into t values (1, 2)", "h", "boolean", "integer", 26),
    ("insert into t(b) values (2), (true)", "b", "bigint", "boolean", 31),
    ("insert into t(h) select 1.5", "h", "boolean", "numeric", 25),
    ("insert into t(a) select s from t", "a", "smallint", "text", 25),
    ("update t set h = 1", "h", "boolean", "integer", 18),
    ("update t set a = s", "a", "smallint", "text", 18),
    ("insert into t(d) select 'x' || s from t", "d", "date", "text", 29),
)

TAKEN = (
    "insert into t(h) values (1::boolean), (cast(0 as boolean)), ('yes'), (null), (true)",
    "insert into t(a, b, n) values (1.5, '2', 3), (true::int, 4::text::int, '5')",
    "insert into t(s) values (1), (true), (now())",
    "insert into t(h) select a > 1 from t",
    "update t set a = s::int, h = a > 1, b = a + 1, d = '2020-01-01'",
)


@pytest.fixture
def client(session: Client) -> Client:
    session.run("create table t (a smallint, h boolean, b bigint, n numeric(5, 2), s text, d date)")
    return session


@pytest.mark.parametrize(("sql", "column", "wanted", "given", "position"), REFUSED)
def test_what_postgresql_does_not_cast_by_itself_is_refused(
    client: Client, sql: str, column: str, wanted: str, given: str, position: int | None
) -> None:
    error = client.error(sql)
    message = f'column "{column}" is of type {wanted} but expression is of type {given}'
    assert (error.code, error.message, error.position) == ("42804", message, position)


@pytest.mark.parametrize("sql", TAKEN)
def test_literals_and_casts_are_taken(client: Client, sql: str) -> None:
    client.run(sql)


def test_parameters_are_of_the_type_of_the_column(client: Client) -> None:
    client.extended("insert into t(h, a) values ($1, $2)", ["t", "3"])
    assert client.rows("select h, a from t") == [("t", "3")]


@pytest.mark.parametrize(
    ("sql", "code", "message"),
    [
        ("insert into t(a) values ('1.5')", "22P02", 'invalid input syntax for type smallint: "1.5"'),
        ("insert into t(b) values ('1'), ('0x10')", "22P02", 'invalid input syntax for type bigint: "0x10"'),
        ("update t set a = '1_0'", "22P02", 'invalid input syntax for type smallint: "1_0"'),
        ("select '1.5'::int", "22P02", 'invalid input syntax for type integer: "1.5"'),
        ("insert into t(d) values ('20-01-01')", "22008", 'date/time field value out of range: "20-01-01"'),
    ],
)
def test_literals_are_read_by_their_type(client: Client, sql: str, code: str, message: str) -> None:
    error = client.error(sql)
    assert (error.code, error.message) == (code, message)


def test_a_month_comes_first_in_a_literal_and_in_a_parameter(client: Client) -> None:
    client.run("insert into t(d) values ('01/02/2020'), ('01-02-20')")
    client.extended("insert into t(d) values ($1)", ["01/02/2020"])
    client.copy("copy t(d) from stdin", b"01/02/2020\n")
    assert client.rows("select distinct d, date '01/02/2020' from t") == [("2020-01-02", "2020-01-02")]


@pytest.mark.parametrize(
    "sql",
    [
        "insert into l (t) values ('{{a,b},{c,d}}')",
        "insert into l (t) values (array[['a', 'b']])",
        "insert into l (t) select x from (values ('{{a}}'::text[])) v(x)",
        "update l set t = '{{a}}'",
        "update l set t = array[['a']]",
        "update l set n = array[[1]]",
    ],
)
def test_an_array_of_more_dimensions_is_no_array_of_texts(session: Client, sql: str) -> None:
    session.run("create table l (t text[], n int[])", "insert into l values ('{x}')")
    error = session.error(sql)
    assert (error.code, error.message) == ("0A000", "an array of 2 dimensions cannot be kept as one of 1")
    assert error.hint == "Declare the column with a pair of brackets for each dimension."
    assert session.rows("select t from l") == [("{x}",)]


def test_a_parameter_of_more_dimensions(session: Client) -> None:
    session.run("create table l (t text[], m text[][])")
    for sql in ("insert into l (t) values ($1)", "insert into l (t) select $1"):
        assert error_of(session.extended(sql, ["{{a,b},{c,d}}"])).code == "0A000"
    session.extended("insert into l (m) values ($1)", ["{{a,b},{c,d}}"])
    assert session.rows("select m[2][1] from l") == [("c",)]
