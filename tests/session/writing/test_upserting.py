"""
INSERT … ON CONFLICT on declared keys: which rows there are afterwards, and which are returned.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from tests.session.conftest import error_of, rows_of, succeeded
from tests.waiting import LONG

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server

TABLE = "create table t (id int primary key, n int default 7, u int unique, s text)"


@pytest.fixture
def client(session: Client) -> Client:
    session.run(TABLE, "insert into t values (1, 10, 100, 'a'), (2, 20, 200, 'b')")
    return session


UPSERTS = [
    # statement                                                                 rows returned, rows inserted or updated
    ("insert into t (id) values (1), (3) on conflict do nothing", [("3", "7", None, None)]),
    ("insert into t (id) values (3), (3) on conflict (id) do nothing", [("3", "7", None, None)]),
    ("insert into t (id, n) values (3, 1), (4, 2), (3, 3) on conflict (id) do nothing",
     [("3", "1", None, None), ("4", "2", None, None)]),
    ("insert into t (id, u) values (3, 100), (4, 400) on conflict (u) do nothing", [("4", "7", "400", None)]),
    ("insert into t (id, u) values (3, null), (4, null) on conflict (u) do nothing",
     [("3", "7", None, None), ("4", "7", None, None)]),
    # one row after the other: (4, 50) does not come in for (3, 50), so (4, 60) does
    ("insert into t (id, u) values (3, 50), (4, 50), (4, 60), (5, 60) on conflict do nothing",
     [("3", "7", "50", None), ("4", "7", "60", None)]),
    ("insert into t (id, n) values (1, 1), (3, 3) on conflict (id) do update set n = excluded.n",
     [("1", "1", "100", "a"), ("3", "3", None, None)]),
    ("insert into t (id, n) values (1, 1), (2, 2) on conflict (id) do update set n = t.n + excluded.n, s = 'z'",
     [("1", "11", "100", "z"), ("2", "22", "200", "z")]),
    ("insert into t as x (id, n) values (1, 1) on conflict (id) do update set (n, s) = (x.n * 2, excluded.s)",
     [("1", "20", "100", None)]),
    ("insert into t (id, n) values (1, 1), (2, 2) on conflict (id) do update set n = excluded.n where t.n > 15",
     [("2", "2", "200", "b")]),
    ("insert into t (id) values (1), (1) on conflict (id) do update set n = 0 where false", []),
    ("insert into t (id) values (1) on conflict (id) do update set n = default, u = null", [("1", "7", None, "a")]),
    ("insert into t (id, u) values (9, 100) on conflict (u) do update set id = excluded.id", [("9", "10", "100", "a")]),
    ("insert into t values (1) on conflict on constraint t_pkey do update set n = 5", [("1", "5", "100", "a")]),
    ("insert into t (id, u) values (5, 100) on conflict on constraint t_u_key do nothing", []),
    ("insert into t (id) select range from range(1, 4) on conflict (id) do nothing", [("3", "7", None, None)]),
    ("with w as (select 1 as i) insert into t (id) select i from w on conflict (id) do update set n = (select max(i) from w)",
     [("1", "1", "100", "a")]),
    ("insert into t (id) values (1) on conflict (id) do update set n = (select sum(n) from t)",
     [("1", "30", "100", "a")]),
    ("insert into t default values on conflict do nothing", None),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "rows"), UPSERTS)
def test_upsert(client: Client, sql: str, rows: list[tuple[str | None, ...]] | None) -> None:
    if rows is None:
        assert client.code(sql) == "23502"
        return
    before = client.rows("select * from t order by id")
    client.run("begin")
    assert client.tag(sql) == f"INSERT 0 {len(rows)}"
    after = client.rows("select * from t order by id")
    client.run("rollback")
    assert client.rows(f"{sql} returning *") == rows
    assert client.rows("select * from t order by id") == after
    changed = sorted(set(after) - set(before))
    assert changed == sorted(set(rows) - set(before))


ERRORS = [
    # statement                                                           SQLSTATE position
    ("insert into t values (2) on conflict (zz) do nothing",              "42703", 38),
    ("insert into t values (2) on conflict (n) do nothing",               "42P10", None),
    ("insert into t values (2) on conflict (id, u) do nothing",           "42P10", None),
    ("insert into t values (2) on conflict (lower(s)) do nothing",        "42P10", None),
    ("insert into t values (2) on conflict on constraint foo do nothing", "42704", None),
    ("insert into t values (2) on conflict do update set n = 3",          "42601", 26),
    ("insert into t values (2) on conflict (id) do update",               "42601", 52),
    ("insert into t values (2) on conflict (id) do update set n = n + 1", "42702", 61),
    ("insert into t values (2) on conflict (id) do update set zz = 1",    "42703", 57),
    ("insert into t values (2) on conflict (id) do update set n = excluded.zz", "42703", 61),
    ("insert into t values (2) on conflict (id) do update set n = 'x'",   "22P02", 61),
    ("insert into t values (2) on conflict (id) do update set n = true",  "42804", 61),
    ("insert into t values (3), (3) on conflict (id) do update set n = 1", "21000", None),
    ("insert into t values (1), (1) on conflict (id) do update set n = 1", "21000", None),
    ("insert into t values (1) on conflict (id) do update set n = 1 / (t.n - 10)", "22012", None),
    ("insert into t values (1) on conflict (id) do update set id = null", "23502", None),
    ("insert into t values (1), (3) on conflict (id) do nothing returning 1 / (id - 3)", "22012", None),
    ("insert into t values (1), (null) on conflict (id) do update set n = 1", "23502", None),
    ("insert into t values (1) on conflict (id) do nothing returning excluded.n", "42P01", 64),
    ("insert or replace into t values (1)",                               "0A000", None),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "code", "position"), ERRORS)
def test_an_upsert_that_fails(client: Client, sql: str, code: str, position: int | None) -> None:
    before = client.rows("select * from t order by id")
    error = client.error(sql)
    assert (error.code, error.position) == (code, position)
    assert "~" not in error.message
    assert client.rows("select * from t order by id") == before
    client.run("insert into t values (3) on conflict (id) do update set n = 1")


def test_twice_in_one_command(client: Client) -> None:
    error = client.error("insert into t values (3), (3) on conflict (id) do update set n = 1")
    assert error.message == "ON CONFLICT DO UPDATE command cannot affect row a second time"
    assert error.hint


def test_a_key_of_several_columns(client: Client) -> None:
    client.run(
        "create table k (a int, b text, c int, primary key (b, a))", "insert into k values (1, 'x', 0)"
    )
    sql = "insert into k values (1, 'x', 5), (1, 'y', 6) on conflict (a, b) do update set c = excluded.c returning *"
    assert client.rows(sql) == [("1", "x", "5"), ("1", "y", "6")]
    assert client.code("insert into k values (1, 'x', 5) on conflict (a) do nothing") == "42P10"


def test_what_columns_declare(client: Client) -> None:
    client.run("create table v (id serial primary key, v varchar(3))", "insert into v (v) values ('abc')")
    upsert = "insert into v values (1, 'x') on conflict (id) do update set v = v.v || excluded.v"
    assert client.code(upsert) == "22001"
    assert client.rows("insert into v (v) values ('y') on conflict (id) do nothing returning *") == [
        ("2", "y")
    ]
    assert client.rows("select * from v order by id") == [("1", "abc"), ("2", "y")]


def test_a_table_without_keys(client: Client) -> None:
    client.run("create table k (a int)")
    assert client.tag("insert into k values (1), (1) on conflict do nothing returning a") == "INSERT 0 2"


def test_parameters(client: Client) -> None:
    sql = (
        "insert into t (id, n) values ($1, $2) on conflict (id) do update"
        " set n = excluded.n + $3, s = $4 where t.n < $5 returning n, s, $6::text"
    )
    assert client.described(sql)[0] == (23, 23, 23, 25, 23, 25)
    assert rows_of(succeeded(client.extended(sql, ["1", "5", "1000", "p", "50", "q"]))) == [
        ("1005", "p", "q")
    ]
    assert error_of(client.extended(sql, ["1", "5", "x", "p", "50", "q"])).code == "22P02"


def test_in_a_transaction(client: Client, connect: Connect) -> None:
    client.run("begin", "insert into t (id, n) values (3, 30)")
    upsert = "insert into t (id, n) values (1, 1), (3, 3), (4, 4) on conflict (id) do update set n = t.n + excluded.n"
    assert client.tag(upsert) == "INSERT 0 3"
    assert client.tag(upsert) == "INSERT 0 3"
    assert connect().value("select count(*) from t") == "2"
    client.run("commit")
    assert connect().rows("select id, n from t order by id") == [
        ("1", "12"),
        ("2", "20"),
        ("3", "36"),
        ("4", "8"),
    ]


def test_beside_a_definition_of_the_same_transaction(client: Client) -> None:
    client.run("begin", "create table other (a int primary key)")
    assert client.rows("insert into t (id) values (1), (3) on conflict (id) do update set n = 0 returning id, n") == [
        ("1", "0"), ("3", "7"),
    ]  # fmt: skip
    assert client.tag("insert into other values (1), (2) on conflict (a) do nothing") == "INSERT 0 2"
    assert client.tag("insert into other values (2), (3) on conflict (a) do nothing") == "INSERT 0 1"
    client.run("commit")
    assert client.rows("select a from other order by a") == [("1",), ("2",), ("3",)]


def test_a_transaction_that_is_too_old(client: Client, connect: Connect) -> None:
    client.run("begin", "select * from t")
    connect().run("insert into t (id) values (3)")
    assert client.code("insert into t (id) values (3) on conflict (id) do nothing") == "40001"
    client.run("rollback")
    assert client.tag("insert into t (id) values (3) on conflict (id) do nothing") == "INSERT 0 0"


@pytest.mark.slow
@pytest.mark.parametrize("block", [False, True])
def test_sessions_that_upsert_the_same_keys_leave_one_row_of_each(
    client: Client, connect: Connect, block: bool
) -> None:
    rounds, keys, sessions = 6, 3, 4
    clients = [connect() for _ in range(sessions)]

    def upsert(one: Client) -> None:
        for number in range(rounds * keys):
            sql = (
                f"insert into t (id, n) values ({50 + number % keys}, 1)"
                " on conflict (id) do update set n = t.n + 1"
            )
            if block:
                one.run("begin", sql, "commit")
            else:
                one.run(sql)

    with ThreadPoolExecutor(sessions) as pool:
        for done in [pool.submit(upsert, one) for one in clients]:
            done.result(LONG)
    assert client.rows("select id, n from t where id >= 50 order by id") == [
        (str(50 + key), str(rounds * sessions)) for key in range(keys)
    ]


def test_many_rows(client: Client) -> None:
    client.run(
        "create table m (k bigint primary key, v bigint)", "insert into m select range, 0 from range(50000)"
    )
    sql = "insert into m select range, 1 from range(25000, 100000) on conflict (k) do update set v = m.v + excluded.v"
    assert client.tag(sql) == "INSERT 0 75000"
    assert client.rows("select count(*), sum(v), count(distinct k) from m") == [("100000", "75000", "100000")]


def test_rows_that_share_a_key_already(client: Client) -> None:
    """Rows from elsewhere are not held to a key: each of them is updated."""
    client.run("insert into t values (1, 11)")
    assert (
        client.tag("insert into t (id) values (1) on conflict (id) do update set s = 'both'") == "INSERT 0 2"
    )
    assert client.rows("select n, s from t where id = 1 order by n") == [("10", "both"), ("11", "both")]
