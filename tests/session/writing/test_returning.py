"""
RETURNING: what comes back is what was stored, whatever the statement was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from pggate.engine.store import Store
from pggate.session.writing.returning import Kept
from pggate.wire import backend, frontend
from tests.session.conftest import cells, copied, fields_of, rows_of, succeeded

if TYPE_CHECKING:
    from pathlib import Path

    from tests.session.conftest import Client, Connect

TABLE = "create table t (id int not null, name text default 'x', amount numeric(10, 2))"


@pytest.fixture
def client(session: Client) -> Client:
    session.run(TABLE, "insert into t values (1, 'a', 1.5), (2, 'b', 2.5), (3, 'c', null)")
    return session


RETURNED = [
    # statement                                                        rows
    ("insert into t (id) values (4) returning *", [("4", "x", None)]),
    ("insert into t values (4, 'd'), (5, null) returning id, name, id + 1", [("4", "d", "5"), ("5", None, "6")]),
    ("insert into t (id) values (4) returning t.*, id as again", [("4", "x", None, "4")]),
    ("insert into t (id) values (4) returning public.t.id", [("4",)]),
    ("insert into public.t as p (id) values (4) returning p.id, upper(p.name)", [("4", "X")]),
    ("insert into t (id) values (4) returning (select count(*) from t)", [("3",)]),
    ("insert into t (id) select id + 10 from t where id < 3 returning id", [("11",), ("12",)]),
    ("insert into t select 4, 'd' where false returning id", []),
    ("with w as (select 9 as n) insert into t (id) select n from w returning id, (select n from w)", [("9", "9")]),
    ("update t set amount = amount * 2, name = upper(name) where id < 3 returning *",
     [("1", "A", "3.00"), ("2", "B", "5.00")]),
    ("update t as p set id = id + 100 where p.id = 3 returning p.id, p.id - 100", [("103", "3")]),
    ("update t set (name, amount) = ('z', 7) where id = 1 returning name, amount", [("z", "7.00")]),
    ("update t set name = default where id = 1 returning name", [("x",)]),
    ("update t set name = null where false returning id", []),
    ("update t set name = v.n from (values (1, 'one'), (2, 'two')) v (i, n) where id = v.i returning id, name, v.n, v.i",
     [("1", "one", "one", "1"), ("2", "two", "two", "2")]),
    ("update t set name = 'y' from (values (1), (1)) v (i) where id = v.i returning id", [("1",)]),
    ("update public.t set name = 'q' where public.t.id = 1 returning public.t.id, public.t.name", [("1", "q")]),
    ("with w as (select 2 as n) update t set name = 'w' from w where id = n returning *, (select n from w)",
     [("2", "w", "2.50", "2", "2")]),
    ("delete from t where id > 1 returning id, name", [("2", "b"), ("3", "c")]),
    ("delete from t returning (select count(*) from t)", [("3",), ("3",), ("3",)]),
    ("delete from t using (values (1, 'q'), (2, 'r')) v (i, n) where id = v.i returning v.*, t.*",
     [("1", "q", "1", "a", "1.50"), ("2", "r", "2", "b", "2.50")]),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "rows"), RETURNED)
def test_returned(client: Client, sql: str, rows: list[tuple[str | None, ...]]) -> None:
    assert sorted(client.rows(sql), key=str) == rows


def test_tags(client: Client) -> None:
    assert client.tag("insert into t (id) values (4), (5) returning id") == "INSERT 0 2"
    assert client.tag("update t set name = 'y' where id > 3 returning id") == "UPDATE 2"
    assert client.tag("delete from t where id > 3 returning id") == "DELETE 2"
    assert client.tag("delete from t where id > 3 returning id") == "DELETE 0"


def test_what_is_returned_is_what_is_stored(client: Client) -> None:
    client.run("create table r (a double default random(), b timestamptz default now())")
    returned = client.rows("insert into r default values returning a, b")
    assert client.rows("select a, b from r") == returned
    returned = client.rows("update r set a = random() returning a")
    assert client.rows("select a from r") == returned


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("insert into t (id) values (4) returning nope", "42703"),
        ("insert into t (id) values (4) returning 1 / (id - 4)", "22012"),
        ("insert into t (id) values (null) returning id", "23502"),
        ("update t set id = null returning id", "23502"),
        ("update t set name = 'y' returning 1 / (id - 1)", "22012"),
        ("delete from t returning 1 / (id - 1)", "22012"),
        ("delete from t returning", "42601"),
        ("merge into t using (select 1 as k) v on id = k when matched then delete returning id", "42601"),
        ("with x as (insert into t (id) values (4) returning id) select 1 / (id - 4) from x", "22012"),
    ],
)
def test_nothing_is_written_where_it_fails(client: Client, sql: str, code: str) -> None:
    assert client.code(sql) == code
    assert client.rows("select id, name from t order by id") == [("1", "a"), ("2", "b"), ("3", "c")]


def test_describe_executes_nothing(client: Client) -> None:
    described = client.described(
        "insert into t (id, name) values ($1, $2) returning id, name, amount, $3::text as s"
    )
    assert described == ((23, 25, 25), [("id", 23), ("name", 25), ("amount", 1700), ("s", 25)])
    described = client.described("update t set amount = $1 where id = $2 returning *, id + $3")
    assert described == ((1700, 23, 23), [("id", 23), ("name", 25), ("amount", 1700), ("?column?", 23)])
    assert client.described("delete from t where name = $1 returning id") == ((25,), [("id", 23)])
    assert client.value("select count(*) from t") == "3"


def test_parameters(client: Client) -> None:
    replies = client.extended(
        "insert into t (id, name) values ($1, $2), ($3, $2) returning id + $4, name", ["4", "p", "5", "100"]
    )
    assert rows_of(succeeded(replies)) == [("104", "p"), ("105", "p")]
    replies = client.extended("update t set name = $2 where id = $1 returning name || $3", ["4", "q", "!"])
    assert rows_of(succeeded(replies)) == [("q!",)]


def test_a_row_limit_fetches_what_is_written_already(client: Client, connect: Connect) -> None:
    replies = succeeded(
        client.send(
            frontend.Parse("", "insert into t (id) select range from range(10, 15) returning id", ()),
            frontend.Bind("", "", (), (), ()),
            frontend.Execute("", 2),
            frontend.Execute("", 2),
            frontend.Execute("", 2),
            frontend.Sync(),
        )
    )
    got = [len(list(cells(m))) if isinstance(m, backend.DataRows) else type(m).__name__ for m in replies]
    assert got == [
        "ParseComplete", "BindComplete", 2, "PortalSuspended", 2, "PortalSuspended", 1, "CommandComplete",
        "ReadyForQuery",
    ]  # fmt: skip
    assert [m.tag for m in replies if isinstance(m, backend.CommandComplete)] == [
        "INSERT 0 1"
    ]  # of this Execute
    assert connect().value("select count(*) from t") == "8"


def test_a_portal_that_is_not_read_to_its_end_has_written_all(client: Client, connect: Connect) -> None:
    succeeded(
        client.send(
            frontend.Parse("", "delete from t returning id", ()),
            frontend.Bind("", "", (), (), ()),
            frontend.Execute("", 1),
            frontend.Sync(),
        )
    )
    assert connect().value("select count(*) from t") == "0"


def test_in_a_transaction(client: Client, connect: Connect) -> None:
    client.run("begin")
    assert client.rows("insert into t (id) values (4) returning id, name") == [("4", "x")]
    assert client.rows("update t set name = 'y' where id >= 3 returning id") == [("3",), ("4",)]
    copied_rows = client.rows("insert into t (id) select id + 10 from t where name = 'y' returning id")
    assert sorted(copied_rows) == [
        ("13",),
        ("14",),
    ]
    assert client.rows("delete from t where id > 12 returning name") == [("x",), ("x",)]
    assert connect().value("select count(*) from t") == "3"
    client.run("commit")
    assert connect().rows("select id, name from t where id > 2 order by id") == [("3", "y"), ("4", "y")]


def test_rows_of_two_transactions_are_told_apart(client: Client) -> None:
    """duckdb 1.5.5: an updated row keeps the rowid that it had in the transaction that added it."""
    for number in (10, 20):
        client.run("begin", f"insert into t (id) values ({number}), ({number + 1})")
        client.run(f"update t set name = 'u' where id = {number + 1}")
        assert client.rows(f"update t set name = 'v' where id = {number + 1} returning id") == [
            (str(number + 1),)
        ]
        client.run("commit")
    assert client.rows("select id from t where name = 'v' order by id") == [("11",), ("21",)]


def test_a_rollback_undoes_it(client: Client) -> None:
    client.run(
        "begin", "insert into t (id) values (4) returning id", "delete from t returning id", "rollback"
    )
    assert client.value("select count(*) from t") == "3"


def test_a_table_of_its_own_transaction(client: Client) -> None:
    client.run("begin", "create table own (a int default 7, b text)")
    assert client.rows("insert into own (b) values ('p'), ('q') returning *, (select count(*) from own)") == [
        ("7", "p", "0"), ("7", "q", "0"),
    ]  # fmt: skip
    assert client.rows("update own set a = 8 where b = 'p' returning *") == [("8", "p")]
    assert client.rows("delete from own where b = 'q' returning a") == [("7",)]
    client.run("commit")
    assert client.rows("select * from own") == [("8", "p")]


def test_a_temporary_table(client: Client) -> None:
    client.run("create temp table own (a int primary key, b text default 'x')")
    assert client.rows("insert into own (a) values (1), (2) returning a, b, (select count(*) from own)") == [
        ("1", "x", "0"), ("2", "x", "0"),
    ]  # fmt: skip
    assert client.rows("update own set b = k from (values ('k')) v (k) where a = 1 returning *") == [
        ("1", "k", "k")
    ]
    assert client.code("insert into own values (1) returning a") == "23505"
    assert client.tag("insert into own values (2, 'y'), (3, 'y') on conflict (a) do update set b = excluded.b"
                      " returning a, b") == "INSERT 0 2"  # fmt: skip
    assert client.rows("delete from own returning *") == [("1", "k"), ("2", "y"), ("3", "y")]


def test_a_column_that_hides_where_rows_lie(client: Client) -> None:
    client.run("create table f (filename text, a int)", "insert into f values ('x', 1), ('y', 2)")
    assert client.rows("update f set a = 5 where filename = 'x' returning *") == [("x", "5")]
    client.run("create table g (filename text, rowid int)", "insert into g values ('x', 1)")
    assert client.code("delete from g returning *") == "0A000"


def test_types_that_travel_as_text(client: Client) -> None:
    client.run("create temp table own (a interval, b timetz)")
    assert client.rows("insert into own values ('1 year 2 days', '10:00:00+02') returning *") == [
        ("1 year 2 days", "10:00:00+02"),
    ]  # fmt: skip


def test_more_than_a_segment(client: Client) -> None:
    client.run("create table big (a bigint, b bigint)")
    rows = client.rows("insert into big select range, -range from range(1500000) returning a + b, a")
    assert len(rows) == 1_500_000
    assert rows[-1] == ("0", "1499999")
    assert client.value("select count(distinct a) from big") == "1500000"
    assert client.tag("update big set b = 1 returning a") == "UPDATE 1500000"


def test_copy_of_what_is_returned(client: Client) -> None:
    assert copied(
        succeeded(client.query("copy (delete from t where id < 3 returning id, name) to stdout"))
    ) == (b"1\ta\n2\tb\n")
    assert (
        copied(succeeded(client.query("copy (insert into t (id) values (7) returning id) to stdout")))
        == b"7\n"
    )
    assert client.rows("select id from t order by id") == [("3",), ("7",)]


def test_columns_of_a_simple_query(client: Client) -> None:
    replies = succeeded(
        client.query("insert into t (id) values (4) returning id, name as k, id + 1, upper(name)")
    )
    assert [field.name for field in fields_of(replies)] == ["id", "k", "?column?", "upper"]


def test_numbered_columns(client: Client) -> None:
    client.run("create table s (id serial primary key, b bigint generated always as identity, c text)")
    assert client.rows("insert into s (c) values ('x'), ('y') returning id, b") == [("1", "1"), ("2", "2")]
    assert client.rows("insert into s (c) values ('z') returning id") == [("3",)]
    assert client.rows("select id, b, c from s order by id") == [
        ("1", "1", "x"),
        ("2", "2", "y"),
        ("3", "3", "z"),
    ]


def test_enums(client: Client) -> None:
    name = f"mood{client.identity.pid}"
    client.run(
        f"create type {name} as enum ('sad', 'happy')", f"create table e (id int, m {name} default 'sad')"
    )
    assert client.rows("insert into e values (1) returning m, m = 'sad', m < 'happy'") == [("sad", "t", "t")]
    assert client.rows("update e set m = 'happy' returning m, m > 'sad'") == [("happy", "t")]
    assert client.code("update e set m = 'angry' returning m") == "22P02"
    assert client.rows("delete from e where m = 'happy' returning *") == [("1", "happy")]


def test_prepared_in_sql(client: Client) -> None:
    client.run("prepare p as insert into t (id) values ($1) returning id, name")
    assert client.rows("execute p (8)") == [("8", "x")]


@pytest.mark.parametrize(("rows", "stores"), [(10, 0), (400_000, 1)])
def test_kept(tmp_path: Path, rows: int, stores: int) -> None:
    made: list[Store] = []

    def make_store() -> Store:
        made.append(Store(tmp_path, 1 << 30))
        return made[-1]

    batch = pa.record_batch([pa.array(range(rows), pa.int64())], names=["a"])
    kept = Kept(make_store)
    for _ in range(3):
        kept.append(batch)
    assert len(made) == stores
    got = []
    while (found := kept.next_batch()) is not None:
        got += found["a"].to_pylist()
    assert got == [*range(rows)] * 3
    assert kept.next_batch() is None
    kept.close()
