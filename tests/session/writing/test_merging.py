"""
MERGE; what PostgreSQL answers is in the transcript `merge`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.slow


@pytest.fixture
def client(session: Client) -> Client:
    session.run(
        "create type mood as enum ('sad', 'ok')", "create table t (id int not null, v varchar(3), m mood)"
    )
    session.run("create table s (id int, v text)", "insert into t values (1, 'a', 'sad'), (2, 'b', 'ok')")
    session.run("insert into s values (1, 'x'), (3, 'y')")
    return session


MERGED = "merge into t using s on t.id = s.id when matched then {} when not matched then {}"


@pytest.mark.parametrize(
    ("matched", "not_matched", "code"),
    [
        ("update set v = s.v || 'long'", "do nothing", "22001"),
        ("update set m = s.v::mood", "do nothing", "22P02"),
        ("update set m = 'x'", "do nothing", "22P02"),
        ("update set id = null", "do nothing", "23502"),
        ("do nothing", "insert (v) values ('a')", "23502"),
        ("do nothing", "insert (id, v) values (1, s.v || 'long')", "22001"),
    ],
)
def test_rows_are_held_to_what_is_declared(client: Client, matched: str, not_matched: str, code: str) -> None:
    assert client.code(MERGED.format(matched, not_matched)) == code
    assert client.rows("select * from t order by id") == [("1", "a", "sad"), ("2", "b", "ok")]


def test_others_wait(client: Client, connect: Connect) -> None:
    other = connect()
    client.run("begin", MERGED.format("delete", "insert (id, v) values (s.id, s.v)"))
    other.run("set lock_timeout = 200")
    assert other.code("update t set v = 'z'") in ("55P03", "57014")
    client.run("commit")
    assert other.rows("select id from t order by id") == [("2",), ("3",)]


def test_merge_after_merge_in_one_transaction(client: Client) -> None:
    client.run("begin")
    assert client.tag(MERGED.format("update set v = s.v", "insert (id, v) values (s.id, s.v)")) == "MERGE 2"
    assert client.tag(MERGED.format("delete", "insert (id, v) values (s.id, s.v)")) == "MERGE 2"
    client.run("commit")
    assert client.rows("select * from t") == [("2", "b", "ok")]


def test_in_a_temporary_table(client: Client) -> None:
    client.run("create temp table p (id int, v text)", "insert into p values (1, 'a')")
    client.run("merge into p using s on p.id = s.id when matched then update set v = s.v")
    assert client.rows("select * from p") == [("1", "x")]
