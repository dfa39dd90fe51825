"""
No array that the engine itself writes has parts of different lengths.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.engine.definitions import Relation
from pggate.errors import ArraySubscriptError
from pggate.session.writing.array_shapes import check_shapes, hold_shapes
from pggate.types.ducktype import parse
from tests.session.conftest import copied, error_of

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor
    from tests.session.conftest import Client

NAME = '"temp"."main"."t"'


@pytest.mark.parametrize(
    ("of_type", "value", "is_ragged"),
    [
        ("INTEGER[][]", "[[1, 2], [3, 4]]", False),
        ("INTEGER[][]", "[[], []]", False),
        ("INTEGER[][]", "[]", False),
        ("INTEGER[][]", "null", False),
        ("INTEGER[][]", "[[1], [2, 3]]", True),
        ("INTEGER[][]", "[[1], []]", True),
        ("INTEGER[][]", "[null]", True),
        ("INTEGER[][]", "[[1], null]", True),
        ("INTEGER[][][]", "[[[1], [2]], [[3], [4]]]", False),
        ("INTEGER[][][]", "[[[1]], [[2, 3]]]", True),
        ("INTEGER[][][]", "[[[1], [2]], [[3]]]", True),
        ("STRUCT(m INTEGER[][], k INTEGER)", "{'m': [[1], [2]], 'k': 1}", False),
        ("STRUCT(m INTEGER[][], k INTEGER)", "{'m': [[1], [2, 3]], 'k': 1}", True),
        ("STRUCT(m INTEGER[][])[]", "[{'m': [[1]]}, {'m': [[1], [2, 3]]}]", True),
        ("STRUCT(m INTEGER[][])[]", "[{'m': [[1]]}, null]", False),
        ("STRUCT(s STRUCT(m INTEGER[][]))", "{'s': {'m': [null]}}", True),
        ("STRUCT(l STRUCT(m INTEGER[][])[])[]", "[{'l': [{'m': [[1], [2, 3]]}]}]", True),
        ("INTEGER[]", "[1, null]", False),
    ],
)
def test_conditions(cursor: Cursor, of_type: str, value: str, is_ragged: bool) -> None:
    cursor.run(f"create or replace temp table {NAME} as select {value}::{of_type} as m union all select null")
    if is_ragged:
        with pytest.raises(ArraySubscriptError):
            check_shapes(cursor, NAME, {"m": parse(of_type)})
    else:
        check_shapes(cursor, NAME, {"m": parse(of_type)})


@pytest.fixture
def client(session: Client) -> Client:
    session.run(
        "create type pair as (m int[][], k int)",
        "create table t (id int primary key, n int[], m int[][], p pair, s struct(m int[][]))",
        "create temp table tt (id int, n int[], m int[][])",
        "insert into t values (1, '{1}', '{{1,2},{3,4}}', null, null), (2, '{1,2}', '{}', null, null)",
        "insert into tt select id, n, m from t",
    )
    return session


REFUSED = (
    "insert into t (id, m) values (3, array[array[1], array[1, 2]])",
    "insert into t (id, m) values (3, '{null}')",
    "insert into t (id, m) select 3, array_agg(n) from t",
    "insert into t (id, m) select 3, array[n, null] from t",
    "insert into t (id, p) values (3, row(array[array[1], array[1, 2]], 1)::pair)",
    "update t set m = m || array[[1]] where id = 1",
    "update t set m = array[n, n || 1]",
    "update t set p = row(array[n, n || 1], 1)::pair",
    "insert into t (id, m) values (1, '{{1}}') on conflict (id) do update set m = array[t.n, array[1, 2, 3]]",
    "insert into t (id, m) values (3, array[array[1], array[1, 2]]) on conflict (id) do nothing",
    "merge into t using (values (1)) s (i) on id = i when matched then update set m = array[array[i], array[1, 2]]",
    (
        "merge into t using (values (3)) s (i) on id = i"
        " when not matched then insert (id, m) values (i, array[array[i], array[1, 2]])"
    ),
    "with u as (update t set m = array[n, n || 1] returning id) select * from u",
    "create table u as select array[n, n || 1] as m from t",
    "create temp table u as select array[n, n || 1] as m from t",
    "insert into tt (m) values (array[array[1], array[1, 2]])",
    "update tt set m = array[n, n || 1]",
    "alter table tt alter n type int[][] using array[n, array[9]]",
)


@pytest.mark.parametrize("sql", REFUSED)
@pytest.mark.parametrize("is_block", [False, True])
def test_refused(client: Client, sql: str, is_block: bool) -> None:
    before = client.rows("select id, n, m, p from t order by id"), client.rows("select * from tt order by id")
    if is_block:
        client.run("begin")
    assert client.code(sql) == "2202E"
    if is_block:
        client.run("rollback")
    after = client.rows("select id, n, m, p from t order by id"), client.rows("select * from tt order by id")
    assert after == before
    assert client.code("select * from u") == "42P01"


def test_a_table_that_the_transaction_has_made(client: Client) -> None:
    client.run("begin", "create table u (m int[][])", "insert into u values ('{{1}}')")
    assert client.code("insert into u values (array[array[1], array[1, 2]])") == "2202E"
    client.run("rollback", "begin", "create table u (m int[][])", "insert into u values ('{{1}}')")
    assert client.code("update u set m = m || array[array[1, 2]]") == "2202E"
    client.run("rollback", "begin", "create table u (m int[][])")
    assert error_of(client.copy("copy u from stdin", b"{NULL}\n")).code == "2202E"
    client.run("rollback")


def test_copied(client: Client) -> None:
    for table in ("t", "tt"):
        assert error_of(client.copy(f"copy {table} (id, m) from stdin", b"3\t{NULL}\n")).code == "2202E"
        client.copy(f"copy {table} (id, m) from stdin", b"3\t{{1},{NULL}}\n")
        assert client.rows(f"select m from {table} where id = 3") == [("{{1},{NULL}}",)]


def test_other_columns_may_be_changed(client: Client) -> None:
    client.run("set pggate.nested_lists = 'json'", "update t set m = array[n, n || 1]")
    assert client.rows("select m from t where id = 1") == [("[[1],[1,1]]",)]
    client.run("reset pggate.nested_lists", "update t set n = n || 1")
    assert client.code("select m from t") == "2202E"
    assert client.code("update t set m = m || array[9]") == "2202E"


def test_where_lists_are_json_they_may_be_of_any_lengths(client: Client) -> None:
    client.run("set pggate.nested_lists = 'json'")
    ragged = "array[array[1], array[1, 2]]"
    client.run(
        f"insert into t (id, m) values (3, {ragged})",
        "begin",
        f"insert into t (id, m) values (4, {ragged})",
        "commit",
        f"insert into t (id, m) values (5, {ragged}) on conflict (id) do nothing",
        f"insert into tt (id, m) values (3, {ragged})",
        f"create table u as select {ragged} as m",
    )
    assert client.rows("select id, m from t where id > 2 order by id") == [
        (number, "[[1],[1,2]]") for number in "345"
    ]
    assert client.rows("select m from u union all select m from tt where id = 3") == [("[[1],[1,2]]",)] * 2
    assert copied(client.copy("copy (select m from u) to stdout")) == b"[[1],[1,2]]\n"


def test_a_struct_without_a_type_of_its_own_is_json(client: Client) -> None:
    client.run(
        "insert into t (id, s) values (3, {'m': [[1], [2, 3]]})",
        "update t set s = {'m': [[1], [2, 3]]} where id = 1",
    )
    assert client.rows("select s from t where id in (1, 3)") == [('{"m":[[1],[2,3]]}',)] * 2


def test_nothing_is_asked_of_other_columns(client: Client) -> None:
    relation = Relation("no such lake", "public", "t")
    hold_shapes(client.session._parts.cursors, relation, {"a": "INTEGER[]", "b": "VARCHAR"})
