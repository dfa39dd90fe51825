"""
Keys are recorded and shown; what PostgreSQL answers is in the transcript `serial`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.session.definitions.declared_keys import free_name
from pggate.translate.definitions.written_keys import WrittenKey

if TYPE_CHECKING:
    from tests.session.conftest import Client

KEYS = "select conname, pg_get_constraintdef(oid) from pg_constraint order by 1"


@pytest.mark.slow
def test_keys(session: Client) -> None:
    told = session.notices("create table o (id int primary key, a int, b int, constraint k unique (a, b))")
    assert [notice.message for notice in told] == [
        'PRIMARY KEY "o_pkey" is recorded and not enforced',
        'UNIQUE "k" is recorded and not enforced',
    ]
    session.run("create table f (o int references o, a int, b int, foreign key (a, b) references o (a, b))")
    session.run("alter table o rename a to aa", "alter table o rename to oo")
    assert session.rows(KEYS) == [
        ("f_a_b_fkey", "FOREIGN KEY (a, b) REFERENCES oo(aa, b)"),
        ("f_o_fkey", "FOREIGN KEY (o) REFERENCES oo(id)"),
        ("k", "UNIQUE (aa, b)"),
        ("o_pkey", "PRIMARY KEY (id)"),
    ]
    assert session.code("alter table oo drop column b") == "2BP01"
    session.run("alter table oo drop column b cascade")
    assert [row[0] for row in session.rows(KEYS)] == ["f_o_fkey", "o_pkey"]
    session.run("alter table f add unique (a)", "alter table f drop constraint f_o_fkey")
    assert [row[0] for row in session.rows(KEYS)] == ["f_a_key", "o_pkey"]
    assert [key.name for key in session.catalog.relations["public", "oo"].keys] == ["o_pkey"]


@pytest.mark.slow
def test_a_primary_key_that_is_added_is_not_null(session: Client) -> None:
    session.run("create table t (a int)", "alter table t add primary key (a)")
    assert session.code("insert into t values (null)") == "23502"
    session.run("insert into t values (1)")
    assert session.code("update t set a = null") == "23502"
    session.run("create table u (a int, b int)", "insert into u values (1, null)")
    assert session.code("alter table u add primary key (b)") == "23502"
    session.run("alter table u add primary key (a)")
    assert session.code("insert into u values (null, 1)") == "23502"


def test_free_names() -> None:
    key = WrittenKey("u", ("a", "b"))
    assert free_name("t", key, {}) == "t_a_b_key"
    assert free_name("t", key, {"t_a_b_key": "u", "t_a_b_key1": "u"}) == "t_a_b_key2"
    assert free_name("t", WrittenKey("p", ("a",)), {}) == "t_pkey"


def test_comments(session: Client) -> None:
    session.run("create table o (id int primary key, a int check (a > 0))")
    session.run(
        "comment on constraint o_pkey on o is 'the key'", "comment on constraint o_a_check on o is 'p'"
    )
    told = "select conname, obj_description(oid, 'pg_constraint') from pg_constraint order by 1"
    assert session.rows(told) == [("o_a_check", "p"), ("o_pkey", "the key")]
    session.run("alter table o rename a to b", "comment on constraint o_pkey on o is null")
    assert session.rows(told) == [("o_a_check", "p"), ("o_pkey", None)]
    assert session.code("comment on constraint nope on o is 'x'") == "42704"
    assert session.code("comment on constraint o_pkey on nope is 'x'") == "42P01"
    session.run("create temp table t (a int primary key)")
    assert session.code("comment on constraint t_pkey on t is 'x'") == "0A000"


def test_keys_of_dropped_tables_hold_nothing(session: Client) -> None:
    session.run("create table o (id int primary key)", "create table f (o int references o)")
    session.run("create type mood as enum ('ok')", "create table m (m mood)")
    session.run("begin", "drop table f", "drop table o", "drop table m", "drop type mood", "commit")
    assert session.rows("select conname from pg_constraint where contype = 'f'") == []
