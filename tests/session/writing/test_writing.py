"""
INSERT, UPDATE, DELETE, MERGE and TRUNCATE: what lies in the topic afterwards, or why nothing does.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from pggate.errors import QueryCanceled
from tests.session.conftest import error_of, succeeded
from tests.waiting import LONG, wait_until

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server

TABLE = "create table t (id int not null, name varchar default 'x', at date default date '2024-02-29')"


@pytest.mark.parametrize(
    ("insert", "tag", "rows"),
    [
        ("insert into t values (1, 'a', date '2020-01-01')", 1, [("1", "a", "2020-01-01")]),
        ("insert into t values (1, default, default)", 1, [("1", "x", "2024-02-29")]),
        ("insert into t values (1), (2)", 2, [("1", "x", "2024-02-29"), ("2", "x", "2024-02-29")]),
        ("insert into t (id) values (1), (2)", 2, [("1", "x", "2024-02-29"), ("2", "x", "2024-02-29")]),
        ("insert into t (name, id) values ('b', 7)", 1, [("7", "b", "2024-02-29")]),
        ("insert into t (at, id, name) values (null, 7, null)", 1, [("7", None, None)]),
        ("insert into t (id, name) select 3, 'c' union all select 4, null order by 1", 2,
         [("3", "c", "2024-02-29"), ("4", None, "2024-02-29")]),
        ("insert into t (id) select 1 where false", 0, []),
        ("with w as (select 5 as n) insert into t (id) select n from w", 1, [("5", "x", "2024-02-29")]),
        ("insert into public.t as it (id) values ('8')", 1, [("8", "x", "2024-02-29")]),
        ('insert into "t" ("id") values (+9)', 1, [("9", "x", "2024-02-29")]),
    ],
)  # fmt: skip
def test_insert(session: Client, insert: str, tag: int | None, rows: list[tuple[str, ...]] | None) -> None:
    session.run(TABLE)
    if tag is None:
        assert session.code(insert) == "42601"
        assert session.rows("select * from t") == []
        return
    assert session.tag(insert) == f"INSERT 0 {tag}"
    assert session.rows("select * from t order by id") == rows


def test_insert_default_values(session: Client) -> None:
    session.run("create table t (a int default 3, b varchar)")
    assert session.tag("insert into t default values") == "INSERT 0 1"
    assert session.rows("select a, b from t") == [("3", None)]


def test_insert_of_what_the_topic_itself_holds(session: Client) -> None:
    session.run("create table t (a int)", "insert into t values (1), (2)")
    for count in (2, 4, 8):
        assert session.tag("insert into t select a from t") == f"INSERT 0 {count}"
    assert session.value("select count(*) from t") == "16"


def test_insert_with_parameters(session: Client) -> None:
    session.run(TABLE)
    for name in ("a'b", "", None, "ünïcode 🦆"):
        succeeded(session.extended("insert into t (id, name) values ($1, $2)", ["1", name]))
    assert session.rows("select name from t order by name nulls last") == [
        ("",), ("a'b",), ("ünïcode 🦆",), (None,),
    ]  # fmt: skip


def test_a_big_insert_is_several_segments_and_one_snapshot(session: Client) -> None:
    session.run("create table t (a bigint, b bigint)")
    assert session.tag("insert into t select range, -range from range(3000000)") == "INSERT 0 3000000"
    assert len(session.files()) > 1
    assert session.rows("select count(*), sum(a), sum(b), count(distinct a) from t") == [
        ("3000000", "4499998500000", "-4499998500000", "3000000")
    ]
    session.run("begin", "insert into t select range, range from range(3000000)", "rollback")
    assert session.value("select count(*) from t") == "3000000"


def test_a_big_insert_that_is_rolled_back_leaves_nothing(session: Client) -> None:
    session.run("create table t (a bigint, b bigint)", "begin")
    session.run("insert into t select range, range from range(3000000)")
    assert len(session.files()) > 1
    session.run("rollback")
    assert session.files() == []


@pytest.mark.parametrize(
    "write",
    [
        "insert into t values (null, 'a')",
        "insert into t (name) values ('a')",
        "insert into t (id, name) select null, 'a'",
        "insert into t (id) select case when range < 2000000 then range end from range(2000001)",
        "update t set id = null",
    ],
)
def test_not_null(session: Client, write: str) -> None:
    session.run("create table t (id int not null, name varchar)", "insert into t values (1, 'kept')")
    error = session.error(write)
    assert error.code == "23502"
    assert 'column "id"' in error.message
    assert 'relation "t"' in error.message
    assert "~stage" not in error.message
    assert session.rows("select * from t") == [("1", "kept")]


@pytest.mark.parametrize(
    ("insert", "code", "position"),
    [
        ("insert into t (id, nope) values (1, 2)", "42703", None),
        ("insert into t values (1, 'a', date '2020-01-01', 4)", "42601", None),
        ("insert into t (id) values (1, 2)", "42601", None),
        ("insert into t (id, name) select 1", "42601", None),
        ("insert into t (id, id) values (1, 2)", "42701", None),
        ("insert into t (id) values ('x')", "22P02", 28),
        ("insert into t (id) values (3000000000)", "22003", None),
        ("insert into t (id) select error('no')", "22023", None),
        ("insert into nope values (1)", "42P01", 13),
        ("insert into t (id) select a from nope", "42P01", 34),
    ],
)
def test_an_insert_that_fails(session: Client, insert: str, code: str, position: int | None) -> None:
    session.run(TABLE)
    error = session.error(insert)
    assert error.code == code
    assert "~stage" not in error.message
    if position is not None:
        assert error.position == position
    assert session.rows("select * from t") == []
    assert session.files() == []
    session.run("insert into t (id) values (1)")  # the stage of the failed one is in nobody's way


@pytest.mark.parametrize(
    "write",
    [
        "insert or replace into t (id) values (1)",
        "insert or ignore into t (id) values (1)",
    ],
)
def test_refused_clauses(session: Client, write: str) -> None:
    session.run(TABLE, "insert into t (id) values (1)")
    error = session.error(write)
    assert error.code == "0A000"
    assert error.hint
    assert session.rows("select id from t") == [("1",)]


@pytest.mark.parametrize(
    "write",
    [
        "insert into t values (2, 'a' || chr(0))",
        "insert into t select 2, chr(0)",
        "update t set name = name || chr(0)",
        "update t set name = decode('\\x00'::blob)",
        """update t set name = '{"a": "x\\u0000"}'::json ->> 'a'""",
        "merge into t using (select 1 as id, chr(0) as n) s on t.id = s.id when matched then update set name = s.n",
        "create table u as select 'a' || chr(0) as name",
        "select chr(0) as name into u",
    ],
)
def test_no_nul_in_a_text(session: Client, write: str) -> None:
    session.run("create table t (id int, name varchar)", "insert into t values (1, 'kept')")
    assert session.code(write) == ("54000" if "chr(0)" in write else "22021")
    assert session.rows("select id, name from t where name > ''") == [("1", "kept")]
    assert session.code("select * from u") == "42P01"


def test_a_nul_in_a_list_and_a_struct(session: Client) -> None:
    session.run("create table t (l varchar[], s struct(a varchar))")
    assert session.code("insert into t values (['a', decode('\\x00'::blob)], null)") == "22021"
    assert session.code("insert into t values (null, {'a': decode('\\x00'::blob)})") == "22021"
    session.run("insert into t values (['a'], {'a': 'b'})")
    assert session.code("update t set l = [decode('\\x00'::blob)]") == "22021"
    assert session.code("update t set s = {'a': decode('\\x00'::blob)}") == "22021"
    assert session.rows("select l from t") == [("{a}",)]


def test_a_nul_that_a_parameter_brings(session: Client) -> None:
    session.run("create table t (a varchar)")
    assert error_of(session.extended("insert into t values ($1)", ["a\0b"])).code == "22021"


@pytest.mark.parametrize(
    ("change", "tag", "rows"),
    [
        ("update t set a = a + 10 where a > 1", "UPDATE 2", [("1",), ("12",), ("13",)]),
        ("update t set a = 0 where false", "UPDATE 0", [("1",), ("2",), ("3",)]),
        ("delete from t where a = 2", "DELETE 1", [("1",), ("3",)]),
        ("delete from t", "DELETE 3", []),
        ("delete from t using (values (1), (3)) v (b) where a = b", "DELETE 2", [("2",)]),
        ("truncate t", "TRUNCATE TABLE", []),
        ("truncate table only t", "TRUNCATE TABLE", []),
        ("merge into t using (select 2 as b) s on a = b when matched then delete", "MERGE 1", [("1",), ("3",)]),
        (("merge into t using (values (2), (4)) s (b) on a = b when matched then update set a = b * 10"
         " when not matched then insert values (b)"), "MERGE 2", [("1",), ("3",), ("4",), ("20",)]),
        ("with w as (select 1 as b) delete from t where a in (select b from w)", "DELETE 1", [("2",), ("3",)]),
    ],
)  # fmt: skip
def test_changes(session: Client, change: str, tag: str, rows: list[tuple[str]]) -> None:
    session.run("create table t (a int)", "insert into t values (1), (2), (3)")
    assert session.tag(change) == tag
    assert session.rows("select a from t order by a") == rows


@pytest.mark.parametrize(
    "write", ["insert into v values (1)", "update v set a = 1", "delete from v", "truncate v"]
)
def test_a_view_is_not_written(session: Client, write: str) -> None:
    session.run("create table t (a int)", "create view v as select a from t")
    error = session.error(write)
    assert error.code == "42809"
    assert session.rows("select a from t") == []


def test_what_the_transaction_itself_created_or_altered_is_written(session: Client, connect: Connect) -> None:
    session.run(
        "begin",
        "create table t (a int default 1, b varchar)",
        "insert into t values (default, 'x')",
        "alter table t add column c int",
        "insert into t values (2, 'y', 3)",
        "update t set c = 7 where c is null",
    )
    assert session.code("insert into t values (3, decode('\\x00'::blob), 4)") == "22021"
    session.run("rollback")
    session.run(
        "begin",
        "create table t (a int default 1, b varchar)",
        "insert into t values (default, 'x')",
        "alter table t add column c int",
        "insert into t values (2, 'y', 3)",
        "update t set c = 7 where c is null",
        "commit",
    )
    assert connect().rows("select * from t order by a") == [("1", "x", "7"), ("2", "y", "3")]


def test_temporary_tables_are_written_by_the_engine_alone(session: Client) -> None:
    session.run("create temp table t (a int primary key)", "insert into t values (1)")
    assert session.tag("insert into t values (2), (3)") == "INSERT 0 2"
    assert session.tag("update t set a = a * 10") == "UPDATE 3"
    assert session.tag("delete from t where a = 10") == "DELETE 1"
    assert session.rows("select a from t order by a") == [("20",), ("30",)]
    assert session.files() == []


def test_truncate_of_several(session: Client) -> None:
    session.run("create table t (a int)", "create table u (a int)")
    session.run("insert into t values (1)", "insert into u values (1)")
    assert session.tag("truncate t, u") == "TRUNCATE TABLE"
    assert session.rows("select a from t union all select a from u") == []
    session.run("insert into t values (1)")
    assert session.code("truncate t, nope") == "42P01"
    assert session.rows("select a from t") == [("1",)]


def test_writing_another_database(session: Client, connect: Connect) -> None:
    other = f"{session.identity.database}_other"
    session.run(f"create database {other}", f"create table {other}.public.t (a int)")
    session.run(f"insert into {other}.public.t values (1), (2)", f"delete from {other}.public.t where a = 1")
    assert connect(other).rows("select a from t") == [("2",)]


def test_an_insert_that_waits_for_a_gate_is_timed_out(session: Client, connect: Connect) -> None:
    session.run("create table t (id int)", "insert into t values (1), (2)", "set statement_timeout = '200ms'")
    other = connect()
    other.run("begin", "delete from t where id = 1")
    error = session.error("insert into t values (3)")
    assert (error.code, error.message) == ("57014", "canceling statement due to statement timeout")
    other.run("commit")
    session.run("insert into t values (4)")
    assert session.rows("select id from t order by id") == [("2",), ("4",)]


def test_an_insert_that_waits_for_a_gate_is_canceled(session: Client, connect: Connect) -> None:
    session.run("create table t (id int)", "insert into t values (1), (2)")
    other = connect()
    other.run("begin", "delete from t where id = 1")
    writer = session.gateway.databases.find(session.identity.database).writer
    with ThreadPoolExecutor(1) as pool:
        refused = pool.submit(session.code, "insert into t values (3)")
        wait_until(lambda: bool(writer.pipeline.waiting))
        session.session.interrupt(QueryCanceled("canceling statement due to user request"))
        assert refused.result(LONG) == "57014"
    other.run("rollback")
    assert session.rows("select id from t order by id") == [("1",), ("2",)]


GEOMETRY = r"\x0101000000000000000000f03f0000000000000040"


def test_columns_that_only_the_engine_fills(session: Client) -> None:
    session.run("create table t (n int, g geometry, v variant, m varchar(3))")
    session.run(
        "insert into t values (1, 'POINT(1 2)', {'a': 9007199254740993, 'b': 'q\"'}, 'abc'), (2, null, null, null)",
        "insert into t select 3, g, 'x'::variant, 'y' from t where n = 1",
        "begin",
        "insert into t (n, v) values (4, [1, 2])",
        "commit",
    )
    assert session.rows("insert into t (n, v) values (5, 1.50) returning n, v") == [("5", "1.50")]
    assert session.code("insert into t (n, m) values (6, 'long')") == "22001"
    assert session.rows("select * from t order by n") == [
        ("1", GEOMETRY, '{"a":9007199254740993,"b":"q\\""}', "abc"),
        ("2", None, None, None),
        ("3", GEOMETRY, '"x"', "y"),
        ("4", None, "[1,2]", None),
        ("5", None, "1.50", None),
    ]
    assert session.code("insert into t (n, g) values (7, 'nowhere')") == "22023"
