"""
INSERT … SELECT and CREATE TABLE AS from files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.session.conftest import fields_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "rows.parquet"
    pq.write_table(pa.table({"a": pa.array([1, 2, 3], pa.int64()), "b": ["x", "y", None]}), path)
    return str(path)


def test_rows_of_a_file(session: Client, file: str) -> None:
    session.run("create table t (a int, b varchar(9))")
    assert session.tag(f"insert into t select * from read_parquet('{file}')") == "INSERT 0 3"
    assert session.tag(f"insert into t (b) select b || '!' from '{file}' where a = 2") == "INSERT 0 1"
    assert session.rows("select * from t order by a") == [("1", "x"), ("2", "y"), ("3", None), (None, "y!")]


@pytest.mark.parametrize(
    ("insert", "rows"),
    [
        ("insert into t select a + 7, 'z' from read_parquet(['{file}']) where b is distinct from 'x'", 2),
        ("insert into t with f as (select * from read_parquet('{file}')) select a, b from f", 3),
        ("insert into t select f.a, g.b from '{file}' f join read_parquet('{file}') g using (a)", 3),
        ("insert into t select a, b from '{file}' union all select 9, 'w'", 4),
        ("insert into t select a, (select max(b) from '{file}') from '{file}'", 3),
    ],
)
def test_in_any_place_of_a_query(session: Client, file: str, insert: str, rows: int) -> None:
    session.run("create table t (a bigint, b text)")
    assert session.tag(insert.format(file=file)) == f"INSERT 0 {rows}"
    assert session.value("select count(*) from t") == str(rows)


def test_returning_and_on_conflict(session: Client, file: str) -> None:
    session.run("create table k (a bigint primary key, b text)", "insert into k values (2, 'old')")
    insert = f"insert into k select * from '{file}' on conflict (a) do update set b = excluded.b returning a"
    assert sorted(session.rows(insert)) == [("1",), ("2",), ("3",)]
    assert session.rows("select b from k order by a") == [("x",), ("y",), (None,)]


def test_in_a_transaction_that_is_rolled_back(session: Client, file: str) -> None:
    session.run("create table t (a bigint, b text)", "begin", f"insert into t select * from '{file}'")
    assert session.value("select count(*) from t") == "3"
    session.run(f"insert into t select * from '{file}'", "rollback")
    assert session.value("select count(*) from t") == "0"


def test_a_table_of_a_file(session: Client, file: str) -> None:
    assert session.tag(f"create table made as select b, a from read_parquet('{file}')") == "SELECT 3"
    session.run(f"create temp table own as select * from '{file}'")
    assert session.rows("select a from own order by a") == session.rows("select a from made order by a")
    fields = fields_of(session.query("select * from made"))
    assert [(field.name, field.type_oid) for field in fields] == [("b", 25), ("a", 20)]


def test_a_file_that_has_changed_is_read_as_it_is(session: Client, file: str) -> None:
    session.run("create table t (a bigint, b text)")
    insert = f"insert into t select * from read_parquet('{file}')"
    session.run(insert)
    pq.write_table(pa.table({"a": ["7"], "b": ["now a text"]}), file)
    assert session.code(insert) == "42804"
    pq.write_table(pa.table({"a": [7]}), file)
    session.run(insert)
    assert session.value("select count(*) from t where a = 7") == "1"


def test_what_is_not_there(session: Client, file: str) -> None:
    session.run("create table t (a bigint, b text)")
    assert session.code(f"insert into t select nope from '{file}'") == "42703"
    assert session.code(f"insert into t select * from '{file}.not'") == "42P01"
    error = session.error(f"insert into t select * from read_parquet('{file}.not')")
    assert (error.code, error.message) == (
        "58P01",
        f'No files found that match the pattern "{file.rsplit("/", 1)[1]}.not"',
    )
    assert session.value("select count(*) from t") == "0"


def test_other_roles_read_no_files(session: Client, connect: Connect, file: str) -> None:
    session.run("create role guest login")
    guest = connect(user="guest")
    for sql in (
        f"select * from '{file}'",
        f"create temp table t as select * from read_parquet('{file}')",
    ):
        assert guest.code(sql) == "42501", sql
