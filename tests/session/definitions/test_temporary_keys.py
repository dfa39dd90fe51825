"""
Keys and comments of temporary tables in the catalogs; what PostgreSQL answers is in the transcript
`own_temporary`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server

KEYS = (
    "select conname, pg_get_constraintdef(oid) from pg_constraint where conrelid = '{}'::regclass order by 1"
)


def test_keys_have_names_and_hold(session: Client) -> None:
    session.run(
        "create temp table t (a int primary key, b int constraint own unique, c int check (c > 0), unique (a, b))",
        "create temp table f (x int references t, y int)",
    )
    assert session.rows(KEYS.format("t")) == [
        ("own", "UNIQUE (b)"),
        ("t_a_b_key", "UNIQUE (a, b)"),
        ("t_c_check", "CHECK ((c > 0))"),
        ("t_pkey", "PRIMARY KEY (a)"),
    ]
    assert session.rows(KEYS.format("f")) == [("f_x_fkey", "FOREIGN KEY (x) REFERENCES t(a)")]
    session.run("insert into t values (1, 2, 3)")
    assert session.code("insert into t values (1, 3, 3)") == "23505"
    assert session.code("insert into f values (2)") == "23503"
    session.run("discard temp", "create temp table t (a int)")
    assert session.rows(KEYS.format("t")) == []


def test_they_follow_their_tables_and_columns(session: Client) -> None:
    session.run("create temp table t (a int, b int unique, c int unique)", "alter table t rename to u")
    session.run("begin", "alter table u rename to w", "rollback", "drop table u")
    session.run("create temp table u (a int, b int unique)", "insert into u values (1, 2)")
    assert session.rows(KEYS.format("u")) == [("u_b_key", "UNIQUE (b)")]


def test_a_wrong_key_makes_no_table(session: Client) -> None:
    assert session.code("create temp table t (a int, check (nope > 0))") == "42703"
    assert session.code("select * from t") == "42P01"
    session.run("create temp table t (a int)")


def test_comments(session: Client) -> None:
    session.run(
        "create temp table t (a int)", "comment on table t is 'one'", "comment on column t.a is 'two'"
    )
    said = "select obj_description('t'::regclass), col_description('t'::regclass, 1)"
    assert session.rows(said) == [("one", "two")]
